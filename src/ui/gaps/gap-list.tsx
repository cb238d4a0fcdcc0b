import { CircleCheckBig } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LEVELS, type Gap } from '../../insight/gap.ts'
import type { BoardQuestion } from '../../model/board.ts'
import { useTemplate, useView } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { SelectField } from '../common/controls.tsx'
import { GapGroup } from './gap-group.tsx'
import styles from './gap-panel.module.css'
import { EVERYTHING, useGaps, useGapStore } from './gap-store.ts'
import { useMend } from './use-mend.ts'
import { useMoveOn } from './use-move-on.ts'

const NO_QUESTIONS: readonly BoardQuestion[] = []

interface GapListProps {
  /** Nothing lies over the board: the focus belongs to this list again. */
  readonly resting: boolean
  /** Before a press leads to a place under this list. */
  readonly onLeave?: () => void
}

/** All gaps by weight and rule, each with the one press that mends it. */
export function GapList({ resting, onLeave }: GapListProps): ReactNode {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const insight = useGaps((state) => state.insight)
  const view = useGaps((state) => state.shown) ?? EVERYTHING
  const mend = useMend()
  const press = useMoveOn(box, insight?.gaps, resting)
  const { rule } = view
  const asked = useGaps((state) => state.nth)
  useEffect(() => {
    const wanted = box.current?.querySelector<HTMLElement>(`[data-rule="${rule ?? ''}"] h4`) ?? box.current
    wanted?.focus()
    wanted?.scrollIntoView({ block: 'nearest' })
  }, [asked, rule])
  const gaps = insight?.gaps.filter((gap) => view.question === '' || insight.questionOf.get(gap.id) === view.question)

  return (
    <div ref={box} className={styles['list']} tabIndex={-1} data-gaps>
      {insight && gaps ? (
        <>
          {insight.gaps.length > 0 ? <QuestionFilter /> : null}
          {gaps.length === 0 ? (
            <p className={styles['clear']}>
              <CircleCheckBig size={34} aria-hidden />
              {insight.gaps.length === 0 ? (
                <>
                  <strong>{t('gaps.clear')}</strong>
                  {t('gaps.clearText')}
                </>
              ) : (
                <strong>{t('gaps.clearQuestion')}</strong>
              )}
            </p>
          ) : null}
          {LEVELS.map((level) => {
            const groups = byRule(gaps.filter((gap) => gap.level === level))
            if (groups.length === 0) return null
            return (
              <section key={level} className={styles['level']} data-level={level} aria-labelledby={`gaps-${level}`}>
                <h3 id={`gaps-${level}`}>{t(`gaps.${level}`)}</h3>
                {groups.map(([rule, found]) => (
                  <GapGroup
                    key={`${view.question}:${rule}`}
                    rule={rule}
                    gaps={found}
                    all={view.rule === rule}
                    onMend={(gap) => {
                      press(gap)
                      if (gap.mendAt.what === 'answer' || gap.mendAt.what === 'open') onLeave?.()
                      mend(gap)
                    }}
                  />
                ))}
              </section>
            )
          })}
        </>
      ) : (
        <p>{t('gaps.counting')}</p>
      )}
    </div>
  )
}

function QuestionFilter(): ReactNode {
  const { t } = useTranslation()
  const store = useGapStore()
  const template = useTemplate()
  const questions = useView((view) => view?.questions ?? NO_QUESTIONS)
  const counts = useGaps((state) => state.insight?.inQuestion)
  const chosen = useGaps((state) => state.shown?.question ?? '')
  const total = useGaps((state) => state.insight?.gaps.length ?? 0)
  const asked = questions.filter(({ id }) => id === chosen || (counts?.get(id) ?? 0) > 0)
  return (
    <SelectField
      label={t('gaps.filter')}
      value={chosen}
      onValue={(question) => store.setState((state) => ({ shown: { ...(state.shown ?? EVERYTHING), question } }))}
      options={[
        { value: '', label: `${t('gaps.all')} (${total})` },
        ...asked.map(({ id, title }) => ({
          value: id,
          label: `${markOf(id, questions, template)} · ${title} (${counts?.get(id) ?? 0})`,
        })),
      ]}
    />
  )
}

function byRule(gaps: readonly Gap[]): [string, Gap[]][] {
  const groups = new Map<string, Gap[]>()
  for (const gap of gaps) {
    const group = groups.get(gap.rule)
    if (group) group.push(gap)
    else groups.set(gap.rule, [gap])
  }
  return [...groups]
}
