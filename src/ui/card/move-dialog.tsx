import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import type { Card } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { useBoard, useBoardLanguage, useTemplate, useView } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { useActions } from '../board/use-actions.ts'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import { useDropRules } from '../dnd/use-drop-rules.ts'
import styles from './card-details.module.css'

const NOWHERE: readonly BoardQuestion[] = []

/** The other questions that take a card. */
export function useMovePlaces(card: Pick<Card, 'id' | 'kind' | 'place'> | undefined): readonly BoardQuestion[] {
  const rules = useDropRules()
  const questions = useView((view) => view?.questions ?? NOWHERE)
  if (!card) return NOWHERE
  return questions.filter((question) => question.id !== card.place.in && rules.accepts(question.id, card.kind, card.id))
}

/** Where only one question is on the screen: a list to choose from, and a word about where the card went. */
export function MoveDialog({ id, onClose }: { readonly id: CardId; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const language = useBoardLanguage()
  const template = useTemplate()
  const questions = useView((view) => view?.questions ?? NOWHERE)
  const places = useMovePlaces(useBoard((state) => state.cards.get(id)))
  const move = (to: BoardQuestion): void => {
    onClose()
    actions.move(id, { in: to.id, index: Number.MAX_SAFE_INTEGER })
    toast(t('card.movedTo', { title: to.title }), { label: t('common.undo'), run: actions.undo })
  }
  return (
    <Dialog title={t('card.moveTo')} onClose={onClose}>
      <ul className={styles['candidates']} lang={language}>
        {places.map((question) => (
          <li key={question.id}>
            <button type="button" className={styles['candidate']} onClick={() => move(question)}>
              {markOf(question.id, questions, template)} · {question.title}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
