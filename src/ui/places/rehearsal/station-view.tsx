import { ChevronLeft, ChevronRight, PanelRightOpen, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsedStation } from '../../../insight/chain.ts'
import { useBoard, useBoardLanguage } from '../../board/board-context.ts'
import { useOpen } from '../../board/screen-context.ts'
import { useActions } from '../../board/use-actions.ts'
import { IconButton } from '../../common/controls.tsx'
import { AskRow } from './ask-row.tsx'
import { Handover } from './handover.tsx'
import { MadeCards } from './made-cards.tsx'
import styles from './rehearsal.module.css'
import { StandingSign } from './standing-sign.tsx'
import { standingOf, useChain } from './use-chain.ts'
import { WhoStands } from './who-stands.tsx'

interface StationViewProps {
  readonly station: RehearsedStation
  readonly next: RehearsedStation | undefined
  readonly at: number
  readonly count: number
  readonly canWrite: boolean
  readonly onMove: (step: -1 | 1) => void
}

/** One station, large enough for a room: who is it, what is asked there, how the next one learns of it. */
export function StationView({ station, next, at, count, canWrite, onMove }: StationViewProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const open = useOpen()
  const actions = useActions()
  const { form } = useChain()
  const card = useBoard((state) => state.cards.get(station.card))
  if (!card) return null
  const missing = new Map(station.missing.map((each) => [each.field, each]))
  // What is not told on is a gap only once everything else at this station is clear to the room.
  const isAsked = station.marks.every((mark) => mark.said !== 'blank')
  const handoverGap = isAsked ? missing.get(form.handover.field) : undefined
  return (
    <section className={styles['station']} aria-labelledby="station-title">
      <header className={styles['stationHead']}>
        <StandingSign standing={standingOf(station)} size={52} />
        <div className={styles['who']}>
          <p>{t('rehearsal.stationOf', { at: at + 1, count })}</p>
          <h3 id="station-title" data-step-title tabIndex={-1} lang={language} dir="auto">
            {station.name || t('card.empty')}
          </h3>
          <StationNotes station={station} />
        </div>
        <WhoStands station={station} canWrite={canWrite} />
        <span className={styles['tools']}>
          {canWrite && count > 1 ? (
            <>
              <IconButton label={t('rehearsal.moveBack')} off={at === 0} onClick={() => onMove(-1)}>
                <ChevronLeft size={20} aria-hidden />
              </IconButton>
              <IconButton label={t('rehearsal.moveOn')} off={at === count - 1} onClick={() => onMove(1)}>
                <ChevronRight size={20} aria-hidden />
              </IconButton>
            </>
          ) : null}
          <IconButton label={t('card.details')} onClick={() => open({ what: 'details', card: station.card })}>
            <PanelRightOpen size={20} aria-hidden />
          </IconButton>
          {canWrite ? (
            <IconButton label={t('card.remove')} onClick={() => actions.remove(station.card)}>
              <Trash2 size={20} aria-hidden />
            </IconButton>
          ) : null}
        </span>
      </header>
      {form.asks.map((ask, index) => (
        <AskRow
          key={ask.field}
          card={card}
          field={ask.field}
          said={station.marks[index]?.said ?? 'blank'}
          missing={missing.get(ask.field)}
          made={station.made}
          canWrite={canWrite}
        />
      ))}
      {next ? <Handover card={card} station={station} next={next} missing={handoverGap} canWrite={canWrite} /> : null}
      <MadeCards station={station} />
    </section>
  )
}

/** What is written on the station besides its name and the answers. */
function StationNotes({ station }: { readonly station: RehearsedStation }): ReactNode {
  const language = useBoardLanguage()
  const { form, station: kind } = useChain()
  const card = useBoard((state) => state.cards.get(station.card))
  const asked = new Set([...form.asks.map((ask) => ask.field), form.handover.field])
  const fields = kind.fields.filter((field) => !asked.has(field.id) && (field.type === 'text' || field.type === 'longtext'))
  const notes = fields.flatMap((field) => {
    const value = card?.fields[field.id]
    return typeof value === 'string' && value.trim() !== '' ? [value] : []
  })
  if (station.text !== '' && station.text !== station.name) notes.unshift(station.text)
  return notes.map((note) => (
    <p key={note} className={styles['note']} lang={language} dir="auto">
      {note}
    </p>
  ))
}
