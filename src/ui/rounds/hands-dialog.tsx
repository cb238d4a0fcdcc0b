import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { isInScope } from '../../model/rounds.ts'
import { questionOf } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useView } from '../board/board-context.ts'
import { shortText } from '../board/use-actions.ts'
import { Dialog } from '../common/dialog.tsx'
import { useAsk } from './use-ask.ts'
import styles from './votes.module.css'

/** Hands of people without a device, card by card. */
export function HandsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const voting = useView((view) => view?.rounds.voting ?? null)
  const joined = useBoard((state) => {
    if (!voting) return ''
    const cards = [...state.cards.values()].filter(({ id, kind }) => isInScope(voting, { question: questionOf(state, id) ?? '', kind }))
    return cards.map((card) => card.id).join(' ')
  })
  if (!voting) return null
  const ids = joined === '' ? [] : (joined.split(' ') as CardId[])
  return (
    <Dialog title={t('votes.handsTitle')} onClose={onClose}>
      <p>{ids.length === 0 ? t('votes.noCards') : t('votes.handsText')}</p>
      <div className={styles['hands']}>
        {ids.map((id) => (
          <HandLine key={id} id={id} round={voting.id} />
        ))}
      </div>
    </Dialog>
  )
}

function HandLine({ id, round }: { readonly id: CardId; readonly round: string }): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const language = useBoardLanguage()
  const text = useBoard((state) => shortText(state.cards.get(id), t('card.empty')))
  const counted = useView((view) => view?.lead?.rounds.shown[id] ?? 0)
  const [draft, setDraft] = useState<string | null>(null)
  const save = (): void => {
    const next = Number(draft)
    setDraft(null)
    if (draft === null || !Number.isInteger(next) || next < 0 || next > LIMITS.people || next === counted) return
    void ask({ type: 'count-hands', round, card: id, votes: next })
  }
  return (
    <label>
      <span lang={language} dir="auto">
        {text}
      </span>
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={LIMITS.people}
        value={draft ?? counted}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
    </label>
  )
}
