import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, use, type ReactNode } from 'react'
import type { CardId, QuestionId } from '../../model/ids.ts'
import { cardIdsIn, questionOf } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage } from '../board/board-context.ts'
import { useQuestion } from '../board/use-column-cards.ts'
import { useKeptFocus } from '../board/use-kept-focus.ts'
import { shortText } from '../board/use-actions.ts'
import { CardItemContext } from '../card/card-in-card.ts'
import { DropIndicator, useColumnDrop } from '../dnd/column-drop.tsx'
import { useFiltered, useFinding } from '../find/filter-context.ts'
import { useWords } from '../hooks/use-words.ts'
import styles from './stack-cards.module.css'
import { setUnfolded, useIsUnfolded } from './unfolded.ts'

const PREVIEWED = 3

/** The cards of a stack: folded a count and the first few lines, unfolded a list of its own, into and out of which cards are moved. */
export function StackCards({ id }: { readonly id: CardId }): ReactNode {
  const { t, language } = useWords()
  const all = useBoard((state) => cardIdsIn(state, id))
  const ids = useFiltered(all)
  const filtering = useFinding().test !== null
  const text = useBoard((state) => shortText(state.cards.get(id), t('card.empty')))
  const isOpen = useIsUnfolded(id) || (filtering && ids.length > 0)
  const Sign = isOpen ? ChevronDown : ChevronRight
  return (
    <>
      <button
        type="button"
        className={styles['fold']}
        lang={language}
        aria-expanded={isOpen}
        aria-label={`${t(isOpen ? 'many.fold' : 'many.unfold', { text })}, ${t('board.cards', { count: all.length })}`}
        onClick={() => setUnfolded(id, !isOpen)}
      >
        <Sign size={16} aria-hidden />
        {t('board.cards', { count: all.length })}
      </button>
      {isOpen ? (
        <Inside id={id} ids={ids} text={text} />
      ) : (
        <ul className={styles['preview']}>
          {all.slice(0, PREVIEWED).map((card) => (
            <Line key={card} id={card} />
          ))}
        </ul>
      )}
    </>
  )
}

const Line = memo(function Line({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useWords()
  const text = useBoard((state) => shortText(state.cards.get(id), t('card.empty')))
  return <li dir="auto">{text}</li>
})

function Inside({ id, ids, text }: { readonly id: CardId; readonly ids: readonly CardId[]; readonly text: string }): ReactNode {
  const CardItem = use(CardItemContext)
  const { t } = useWords()
  const language = useBoardLanguage()
  const setList = useColumnDrop(id)
  const keptFocus = useKeptFocus(id, ids)
  const question = useQuestion(useBoard((state) => questionOf(state, id)) as QuestionId)
  return (
    <div className={styles['inside']} data-column={id} data-stack>
      <ul className={styles['list']} data-list ref={setList} lang={language} aria-label={text} {...keptFocus}>
        {ids.map((card) => (
          <CardItem key={card} id={card} column={id} question={question} />
        ))}
        {ids.length === 0 ? <li className={styles['empty']}>{t('many.emptyStack')}</li> : null}
        <DropIndicator column={id} />
      </ul>
    </div>
  )
}
