import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { cardIdsIn, questionAt } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useCanWrite, useView } from '../board/board-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { Button } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import styles from './dialogs.module.css'

/** The cards that were taken off the board. Each can be put back where it lay, with its text, fields and links. */
export function BinDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const ids = useBoard((state) => cardIdsIn(state, BIN))
  return (
    <Dialog title={t('bin.title')} onClose={onClose}>
      <p>{ids.length === 0 ? t('bin.empty') : t('bin.text')}</p>
      <ul className={styles['bin']}>
        {ids.map((id) => (
          <BinLine key={id} id={id} />
        ))}
      </ul>
    </Dialog>
  )
}

function BinLine({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const card = useBoard((state) => state.cards.get(id))
  const from = useBoard((state) => questionAt(state, state.cards.get(id)?.place.from ?? BIN))
  const question = useView((view) => view?.questions.find((known) => known.id === from)?.title ?? '')
  const canWrite = useCanWrite(from)
  const inStack = useBoard((state) => cardIdsIn(state, BIN).filter((other) => state.cards.get(other)?.place.from === id).length)
  const language = useBoardLanguage()
  const text = shortText(card, t('card.empty'))
  return (
    <li>
      <span lang={language} dir="auto">
        {text}
        <small>
          {question}
          {inStack > 0 ? ` · ${t('bin.withCards', { count: inStack })}` : ''}
        </small>
      </span>
      {canWrite ? (
        <Button aria-label={`${t('bin.restore')}: ${text}`} onClick={() => actions.restore(id)}>
          <Undo2 size={17} aria-hidden />
          {t('bin.restore')}
        </Button>
      ) : null}
    </li>
  )
}
