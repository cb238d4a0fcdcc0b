import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { useBoard, useBoardLanguage, useConnection, useTemplate } from '../board/board-context.ts'
import { useOpen, type WantedLink } from '../board/screen-context.ts'
import { shortText, useActions, type NewLink } from '../board/use-actions.ts'
import { Button, CheckField, TextField } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import styles from './card-details.module.css'
import { allowsOne, linkCandidates, type Candidate } from './link-candidates.ts'
import { NewLinked } from './new-linked.tsx'

const SHOWN = 60

interface LinkPickerProps {
  readonly id: CardId
  readonly wanted?: WantedLink | undefined
  readonly onClose: () => void
}

/** Links a card with others without dragging: search, then choose one, or tick several. */
export function LinkPicker({ id, wanted, onClose }: LinkPickerProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const template = useTemplate()
  const { board } = useConnection()
  const actions = useActions()
  const open = useOpen()
  const [search, setSearch] = useState('')
  const [ticked, setTicked] = useState<readonly NewLink[] | null>(null)
  const cards = useBoard((state) => state.cards)
  useBoard((state) => state.links)
  const card = cards.get(id)
  const gone = !card || card.place.in === BIN
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  if (gone) return null

  const done = (): void => (wanted?.back ? open({ what: 'details', card: id }) : onClose())
  const found = linkCandidates(board.getState(), template, card, { text: search, language, wanted })
  const candidates = ticked ? found.filter((candidate) => !allowsOne(candidate)) : found
  const offered = candidates.filter(({ other }) => wanted?.offer?.includes(other.id))
  const others = candidates.filter(({ other }) => !wanted?.offer?.includes(other.id))
  const isTicked = ({ link }: Candidate): boolean => ticked?.some((other) => sameLink(other, link)) ?? false
  const choose = (candidate: Candidate): void => {
    if (ticked) {
      setTicked(isTicked(candidate) ? ticked.filter((link) => !sameLink(link, candidate.link)) : [...ticked, candidate.link])
      return
    }
    actions.linkAll([candidate.link])
    done()
  }
  const list = (shown: readonly Candidate[]): ReactNode => (
    <ul className={styles['candidates']}>
      {shown.slice(0, SHOWN).map((candidate) => (
        <li key={candidate.id}>
          <button
            type="button"
            className={styles['candidate']}
            lang={language}
            dir="auto"
            {...(ticked ? { role: 'checkbox', 'aria-checked': isTicked(candidate) } : {})}
            onClick={() => choose(candidate)}
          >
            {shortText(candidate.other, t('card.empty'))}
            <small>{(candidate.end === 'targets' ? candidate.relation.labelFrom : candidate.relation.labelTo)[language]}</small>
            {candidate.replaces ? (
              <small className={styles['note']}>{t('card.replaces', { text: shortText(candidate.replaces, t('card.empty')) })}</small>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <Dialog title={t('card.linkWithCard', { text: shortText(card, t('card.empty')) })} onClose={onClose}>
      <TextField
        label={t('card.searchCards')}
        type="search"
        autoFocus
        maxLength={LIMITS.textChars}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {ticked || found.filter((candidate) => !allowsOne(candidate)).length > 1 ? (
        <div className={styles['several']}>
          <CheckField label={t('card.several')} checked={ticked !== null} onChecked={(on) => setTicked(on ? [] : null)} />
          {ticked ? (
            <Button
              look="primary"
              disabled={ticked.length === 0}
              onClick={() => {
                actions.linkAll(ticked)
                done()
              }}
            >
              {t('card.linkChosen', { count: ticked.length })}
            </Button>
          ) : null}
        </div>
      ) : null}
      {candidates.length === 0 ? <p>{t('card.noCandidates')}</p> : null}
      {offered.length > 0 ? (
        <section className={styles['part']}>
          <h3>{t('card.fits')}</h3>
          {list(offered)}
        </section>
      ) : null}
      {others.length > 0 ? list(others) : null}
      {others.length > SHOWN ? <p className={styles['hint']}>{t('card.moreCandidates')}</p> : null}
      {wanted && !ticked ? <NewLinked card={card} wanted={wanted} text={search.trim()} onDone={done} /> : null}
    </Dialog>
  )
}

function sameLink(a: NewLink, b: NewLink): boolean {
  return a.relation === b.relation && a.from === b.from && a.to === b.to
}
