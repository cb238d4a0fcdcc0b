import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN, type Card } from '../../model/card.ts'
import type { CardId, RelationId } from '../../model/ids.ts'
import type { Relation } from '../../model/template.ts'
import { useBoard, useBoardLanguage, useConnection, useTemplate } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { linkExists, shortText, useActions } from '../board/use-actions.ts'
import { TextField } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import styles from './card-details.module.css'

interface Candidate {
  readonly relation: Relation
  readonly other: Card
  /** The chosen card is the target of the link. */
  readonly target: boolean
}

const SHOWN = 60

/** Links a card with another one without dragging: search, then choose. */
export function LinkPicker({
  id,
  relation,
  onClose,
}: {
  readonly id: CardId
  readonly relation?: RelationId | undefined
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const template = useTemplate()
  const connection = useConnection()
  const actions = useActions()
  const open = useOpen()
  const [search, setSearch] = useState('')
  const cards = useBoard((state) => state.cards)
  const card = cards.get(id)
  const gone = !card || card.place.in === BIN
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  if (gone) return null

  const wanted = search.trim().toLocaleLowerCase(language)
  const candidates: Candidate[] = []
  for (const known of template.relations) {
    if (relation !== undefined && known.id !== relation) continue
    for (const other of cards.values()) {
      if (other.id === id || other.place.in === BIN || !other.text.toLocaleLowerCase(language).includes(wanted)) continue
      if (known.to.includes(card.kind) && known.from.includes(other.kind) && !linkExists(connection, known.id, other.id, id))
        candidates.push({ relation: known, other, target: false })
      if (known.from.includes(card.kind) && known.to.includes(other.kind) && !linkExists(connection, known.id, id, other.id))
        candidates.push({ relation: known, other, target: true })
    }
  }
  const choose = ({ relation: chosen, other, target }: Candidate): void => {
    if (target) actions.link(chosen.id, id, other.id)
    else actions.link(chosen.id, other.id, id)
    if (relation === undefined) onClose()
    else open({ what: 'details', card: id })
  }
  return (
    <Dialog title={t('card.linkWithCard', { text: shortText(card, t('card.empty')) })} onClose={onClose}>
      <TextField label={t('card.searchCards')} type="search" autoFocus value={search} onChange={(event) => setSearch(event.target.value)} />
      {candidates.length === 0 ? <p>{t('card.noCandidates')}</p> : null}
      <ul className={styles['candidates']}>
        {candidates.slice(0, SHOWN).map((candidate) => (
          <li key={`${candidate.relation.id}:${candidate.other.id}:${candidate.target}`}>
            <button type="button" className={styles['candidate']} lang={language} dir="auto" onClick={() => choose(candidate)}>
              {shortText(candidate.other, t('card.empty'))}
              <small>{(candidate.target ? candidate.relation.labelFrom : candidate.relation.labelTo)[language]}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
