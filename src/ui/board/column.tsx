import { ChevronsRightLeft, Lightbulb, Lock } from 'lucide-react'
import { memo, Suspense, useDeferredValue, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import { CardItemContext } from '../card/card-in-card.ts'
import { CardItem } from '../card/card-item.tsx'
import { IconButton } from '../common/controls.tsx'
import { DropIndicator, useColumnDrop } from '../dnd/column-drop.tsx'
import { useFiltered } from '../find/filter-context.ts'
import { QuestionMenuButton } from '../rounds/question-menu-button.tsx'
import { useIsVoting, useSilence } from '../rounds/round-in.ts'
import { AnswerBox } from './answer-box.tsx'
import { useBoardLanguage, useCanWrite, useIsFacilitator, useKind, useTemplate } from './board-context.ts'
import styles from './columns.module.css'
import { Composer } from './composer.tsx'
import { FormHead } from './forms/form-head.tsx'
import { laneRule } from './forms/lane.ts'
import { Lanes } from './forms/lanes.tsx'
import { SilenceStrip, VoteStrip } from './lazy-parts.ts'
import { Suggestions, useStarters } from './suggestions.tsx'
import { useColumnCards, useQuestion } from './use-column-cards.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** Cards of a column that come with its first paint, more than a screen is high; the others come right after, without blocking. */
const AT_FIRST = 16
/** From here on the list needs the room that suggestions take. */
const MANY = 6

interface ColumnProps {
  readonly question: BoardQuestion
  readonly mark: string
  readonly stray?: boolean
  readonly onCollapse?: (id: string) => void
  /** Alone on a phone: all but the input scrolls, so that the cards have the room. */
  readonly single?: boolean
}

/** An open question: its cards, a place to write, and the room's answer. */
export const Column = memo(function Column({ question, mark, stray = false, onCollapse, single = false }: ColumnProps): ReactNode {
  const { t } = useTranslation()
  const all = useColumnCards(question.id)
  const ids = useFiltered(all)
  const isWhole = useDeferredValue(true, ids.length <= AT_FIRST)
  const shown = isWhole ? ids : ids.slice(0, AT_FIRST)
  const declared = useQuestion(question.id)
  const language = useBoardLanguage()
  const canWrite = useCanWrite(question.id)
  const starters = useStarters(question.id)
  // On a phone they make room for the first card, unless somebody has asked for them.
  const [asked, setSuggesting] = useState(single ? null : all.length === 0)
  const suggesting = asked ?? all.length === 0
  const setList = useColumnDrop(question.id)
  const keptFocus = useKeptFocus(question.id, ids)
  const inLanes = laneRule(declared, useTemplate()) !== null
  const facilitator = useIsFacilitator()
  const silence = useSilence(question.id)
  const voting = useIsVoting(question.id)
  // A suggestion becomes a card that everybody sees, and while people vote the cards need the room.
  const suggestions = silence?.writing || voting ? 0 : starters.left.length
  const view = declared?.of !== undefined
  const kind = useKind(declared?.of ?? declared?.kinds[0] ?? ('' as never))
  const take = (chosen: typeof starters.left): void => {
    setSuggesting(true)
    starters.take(chosen)
  }
  const title = stray ? t('board.stray') : question.title
  const head = (
    <header className={styles['head']}>
      <span className={styles['mark']} aria-hidden>
        {mark}
      </span>
      <div className={styles['headText']}>
        <h2 id={`title-${question.id}`} lang={stray ? undefined : language}>
          {title}
        </h2>
        {question.hint ? <p lang={language}>{question.hint}</p> : null}
        {question.locked ? (
          <span className={styles['lockedSign']} title={t('board.lockedHint')}>
            <Lock size={14} aria-hidden />
            {t('board.locked')}
          </span>
        ) : null}
      </div>
      <div className={styles['headTools']}>
        {onCollapse ? (
          <IconButton label={t('board.collapse', { mark })} aria-expanded data-collapse onClick={() => onCollapse(question.id)}>
            <ChevronsRightLeft size={18} aria-hidden />
          </IconButton>
        ) : null}
        {facilitator && !stray ? <QuestionMenuButton question={question.id} mark={mark} /> : null}
      </div>
    </header>
  )
  const answer = stray || declared?.answered === false ? null : <AnswerBox question={question.id} canWrite={canWrite} />
  return (
    <section
      className={styles['column']}
      data-column={question.id}
      data-form={declared?.form}
      data-single={single || undefined}
      data-round={silence?.writing || voting || undefined}
      aria-labelledby={`title-${question.id}`}
    >
      {single ? null : head}
      {silence ? (
        <Suspense>
          <SilenceStrip question={question.id} />
        </Suspense>
      ) : null}
      {voting ? (
        <Suspense>
          <VoteStrip />
        </Suspense>
      ) : null}
      <CardItemContext value={CardItem}>
        <div className={styles['scroll']}>
          {single ? head : null}
          {declared?.form === 'assign' || declared?.form === 'chain' ? <FormHead question={declared} /> : null}
          {ids.length === 0 && all.length > 0 ? <p className={styles['empty']}>{t('find.noHit')}</p> : null}
          {all.length === 0 ? (
            <p className={styles['empty']}>{view ? t('board.emptyView', { kind: kind?.label[language] ?? '' }) : t('board.empty')}</p>
          ) : null}
          <ul className={styles['list']} data-list ref={setList} aria-labelledby={`title-${question.id}`} {...keptFocus}>
            {declared && inLanes ? (
              <Lanes question={declared} ids={shown} canWrite={canWrite} />
            ) : (
              shown.map((id) => <CardItem key={id} id={id} column={question.id} question={declared} />)
            )}
            <DropIndicator column={question.id} />
          </ul>
          {single ? answer : null}
        </div>
      </CardItemContext>
      {stray || !canWrite ? null : (
        <div className={styles['foot']}>
          {suggesting && suggestions > 0 ? (
            <Suggestions left={starters.left} take={take} question={question.id} low={all.length > MANY} />
          ) : null}
          <Composer question={question.id}>
            {suggestions > 0 ? (
              <IconButton
                label={`${t('board.suggestions')} (${starters.left.length})`}
                aria-expanded={suggesting}
                onClick={() => setSuggesting(!suggesting)}
              >
                <Lightbulb size={19} aria-hidden />
              </IconButton>
            ) : null}
          </Composer>
        </div>
      )}
      {single ? null : answer}
    </section>
  )
})
