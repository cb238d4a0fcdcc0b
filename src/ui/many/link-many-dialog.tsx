import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { useBoard } from '../board/board-context.ts'
import { shortText } from '../board/use-actions.ts'
import styles from '../card/card-details.module.css'
import { TextField } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { linkable, linkMany, type ManyLink } from './many-links.ts'
import type { Many } from './use-many.ts'

const SHOWN = 60

interface LinkManyProps {
  readonly many: Many
  readonly ids: readonly CardId[]
  readonly onClose: () => void
}

/** Links several cards with one other: search, then choose. */
export function LinkManyDialog({ many, ids, onClose }: LinkManyProps): ReactNode {
  const { t } = useTranslation()
  const { template, language } = many
  const [search, setSearch] = useState('')
  const cards = useBoard((state) => state.cards)
  const wanted = search.trim().toLocaleLowerCase(language)
  const others = [...cards.values()].filter(
    (card) => card.place.in !== BIN && !ids.includes(card.id) && card.text.toLocaleLowerCase(language).includes(wanted),
  )
  const possible = template.relations
    .flatMap((relation) => others.flatMap((other) => [true, false].map((target) => ({ relation: relation.id, other: other.id, target }))))
    .flatMap((link) => {
      const fit = linkable(many, ids, link).length
      return fit > 0 ? [{ ...link, fit }] : []
    })
    // What fits most of the cards comes first.
    .toSorted((a, b) => b.fit - a.fit)
    .slice(0, SHOWN)
  const words = ({ relation: id, target }: ManyLink): string => {
    const relation = template.relations.find((known) => known.id === id)
    return (target ? relation?.labelFrom : relation?.labelTo)?.[language] ?? ''
  }
  return (
    <Dialog title={t('many.linkTitle', { count: ids.length })} onClose={onClose}>
      <TextField label={t('card.searchCards')} type="search" autoFocus value={search} onChange={(event) => setSearch(event.target.value)} />
      {possible.length === 0 ? <p>{t('card.noCandidates')}</p> : null}
      <ul className={styles['candidates']}>
        {possible.map((link) => (
          <li key={`${link.relation}:${link.other}:${link.target}`}>
            <button
              type="button"
              className={styles['candidate']}
              lang={language}
              dir="auto"
              onClick={() => {
                onClose()
                linkMany(many, ids, link)
              }}
            >
              {shortText(cards.get(link.other), t('card.empty'))}
              <small>
                {words(link)}
                {link.fit < ids.length ? ` · ${t('many.some', { count: link.fit, all: ids.length })}` : ''}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
