import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import type { CardId } from '../../model/ids.ts'
import { useBoard, useView } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { shortText } from '../board/use-actions.ts'
import styles from '../card/card-details.module.css'
import { Dialog } from '../common/dialog.tsx'
import { moveMany } from './many-actions.ts'
import type { Many } from './use-many.ts'

const NOWHERE: readonly BoardQuestion[] = []

interface ManyDialogProps {
  readonly many: Many
  readonly ids: readonly CardId[]
  readonly onClose: () => void
}

/** The questions and stacks that take at least one of the cards. */
export function MoveManyDialog({ many, ids, onClose }: ManyDialogProps): ReactNode {
  const { t } = useTranslation()
  const { template, language, rules } = many
  const questions = useView((view) => view?.questions ?? NOWHERE)
  const cards = useBoard((state) => state.cards)
  const stacks = useBoard((state) => (template.stack === undefined ? undefined : state.idsOfKind.get(template.stack)))
  const places = [
    ...questions.map((question) => ({
      id: question.id as string,
      title: `${markOf(question.id, questions, template)} · ${question.title}`,
    })),
    ...(stacks ?? []).map((id) => ({ id: id as string, title: shortText(cards.get(id), t('card.empty')), isStack: true })),
  ].flatMap((place) => {
    const fit = ids.filter((id) => {
      const card = cards.get(id)
      return card && card.place.in !== place.id && id !== place.id && rules.accepts(place.id, card.kind, id)
    })
    return fit.length > 0 ? [{ ...place, fit: fit.length }] : []
  })
  const stack = template.kinds.find((kind) => kind.id === template.stack)
  return (
    <Dialog title={t('many.moveTitle', { count: ids.length })} onClose={onClose}>
      {places.length === 0 ? <p>{t('many.noPlace')}</p> : null}
      <ul className={styles['candidates']} lang={language}>
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className={styles['candidate']}
              onClick={() => {
                onClose()
                moveMany(many, ids, place.id)
              }}
            >
              {'isStack' in place ? `${stack?.label[language]}: ${place.title}` : place.title}
              {place.fit < ids.length ? <small>{t('many.some', { count: place.fit, all: ids.length })}</small> : null}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
