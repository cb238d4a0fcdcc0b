import { Plus } from 'lucide-react'
import { useId, useMemo, useState, type ReactNode } from 'react'
import type { CardId } from '../../../model/ids.ts'
import { LIMITS } from '../../../model/limits.ts'
import type { Question } from '../../../model/template.ts'
import { CardItem } from '../../card/card-item.tsx'
import { IconButton } from '../../common/controls.tsx'
import { useRefuseTooLong } from '../../hooks/use-refuse-too-long.ts'
import { useWords } from '../../hooks/use-words.ts'
import { useBoard, useBoardLanguage, useTemplate } from '../board-context.ts'
import { useActions } from '../use-actions.ts'
import { useCardCount } from '../use-column-cards.ts'
import styles from './forms.module.css'
import { BELOW, hasLane, laneOf, laneRule, lanesOf, NO_LANE, type LaneName, type LaneRule } from './lane.ts'

interface LanesProps {
  readonly question: Question
  readonly ids: readonly CardId[]
  readonly canWrite: boolean
}

/** No lane is called like this: an id has letters and digits. */
const OPEN = '.'

/** The cards of a column in lanes: first those that are in none yet, then one lane for each choice. */
export function Lanes({ question, ids, canWrite }: LanesProps): ReactNode {
  const { t, language: spoken } = useWords()
  const template = useTemplate()
  const language = useBoardLanguage()
  const rule = useMemo(() => laneRule(question, template), [question, template])
  const named = useBoard((state) => (rule ? JSON.stringify(lanesOf(state, template, language, question, rule)) : '[]'))
  const names = useMemo(() => JSON.parse(named) as LaneName[], [named])
  const inLanes = useBoard((state) =>
    rule
      ? ids
          .map((id) => {
            const card = state.cards.get(id)
            return card ? laneOf(state, rule, card) || OPEN : BELOW
          })
          .join(' ')
      : '',
  )
  if (!rule) return null

  const values = inLanes.split(' ')
  const known = new Set(names.map((lane) => lane.value))
  const laneAt = (at: number): string => {
    const value = values[at] ?? BELOW
    return value === BELOW || known.has(value) ? value : OPEN
  }
  const cardsOf = (lane: string): CardId[] => ids.filter((_, at) => laneAt(at) === lane)
  const open = cardsOf(OPEN)
  const rest = cardsOf(BELOW)
  return (
    <>
      {rule.by === 'field' || open.length > 0 ? (
        <Lane lane={{ value: NO_LANE, title: t('forms.noLane') }} ids={open} {...{ question, rule, canWrite: false }} words={spoken} />
      ) : null}
      {names.map((lane) => (
        <Lane key={lane.value} lane={lane} ids={cardsOf(lane.value)} {...{ question, rule, canWrite }} words={language} />
      ))}
      {rest.map((id) => (
        <CardItem key={id} id={id} column={question.id} question={question} />
      ))}
    </>
  )
}

interface LaneProps extends LanesProps {
  readonly lane: LaneName
  readonly rule: LaneRule
  readonly words: string
}

function Lane({ lane, ids, question, rule, canWrite, words }: LaneProps): ReactNode {
  const { t, language: spoken } = useWords()
  const template = useTemplate()
  const language = useBoardLanguage()
  const [writing, setWriting] = useState(false)
  const title = useId()
  const count = useCardCount(ids)
  const kind = template.kinds.find((known) => question.kinds.includes(known.id) && hasLane(rule, known.id))
  const label = t('forms.addTo', { kind: kind?.label[language] ?? '', text: lane.title })
  return (
    <li
      className={styles['lane']}
      data-lane={lane.value}
      data-open={lane.value === NO_LANE && ids.length > 0}
      data-empty={ids.length === 0}
    >
      <div className={styles['laneHead']}>
        <h3 id={title} lang={words} dir="auto">
          {lane.title}
        </h3>
        <span className={styles['laneCount']}>{count}</span>
        {canWrite && kind && question.of === undefined ? (
          <IconButton label={label} aria-expanded={writing} className={styles['laneAdd']} onClick={() => setWriting(!writing)}>
            <Plus size={16} aria-hidden />
          </IconButton>
        ) : null}
      </div>
      <ul className={styles['laneList']} data-lane-list aria-labelledby={title}>
        {ids.map((id) => (
          <CardItem key={id} id={id} column={question.id} question={question} />
        ))}
      </ul>
      {ids.length === 0 && rule.by === 'field' && lane.value !== NO_LANE ? (
        <p className={styles['laneEmpty']} lang={spoken}>
          {t('forms.laneEmpty')}
        </p>
      ) : null}
      {writing && kind ? <LaneComposer {...{ lane, rule, question, label }} kind={kind.id} onDone={() => setWriting(false)} /> : null}
    </li>
  )
}

interface LaneComposerProps extends Pick<LaneProps, 'lane' | 'rule' | 'question'> {
  readonly kind: Question['kinds'][number]
  readonly label: string
  readonly onDone: () => void
}

/** Writes a card that belongs to a lane from the start. */
function LaneComposer({ lane, rule, question, kind, label, onDone }: LaneComposerProps): ReactNode {
  const actions = useActions()
  const refuseTooLong = useRefuseTooLong()
  const [text, setText] = useState('')
  const add = (): boolean => {
    const belongs =
      rule.by === 'field'
        ? { fields: { [rule.field]: lane.value } }
        : { linkedFrom: { relation: rule.relation, card: lane.value as CardId } }
    return actions.write(question.id, [{ kind, text, ...belongs }]).length > 0
  }
  return (
    <input
      className={styles['laneInput']}
      autoFocus
      aria-label={label}
      placeholder={`+ ${label}`}
      value={text}
      maxLength={LIMITS.textChars}
      onPaste={refuseTooLong}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text.trim() === '' && onDone()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        if (event.key === 'Enter') {
          if (add()) setText('')
          return
        }
        event.currentTarget.closest('[data-lane]')?.querySelector('button')?.focus()
        onDone()
      }}
    />
  )
}
