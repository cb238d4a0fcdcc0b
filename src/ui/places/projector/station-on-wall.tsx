import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rehearse, type Rehearsal } from '../../../insight/chain.ts'
import { device } from '../../../sync/device.ts'
import { useBoard, useBoardLanguage, useOpenBoard } from '../../board/board-context.ts'
import { usePlainBoard } from '../../board/use-plain-board.ts'
import { StandingSign } from '../rehearsal/standing-sign.tsx'
import { standingOf, useChain } from '../rehearsal/use-chain.ts'
import styles from './projector.module.css'

type Station = Rehearsal['stations'][number]

/** The case that is walked on this computer, at the station where it stands; else the first one that is not clear. */
export function StationOnWall(): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const board = usePlainBoard()
  const { entry } = useOpenBoard()
  const rehearsals = useMemo(() => rehearse(board), [board])
  const walked = useSyncExternalStore(onStorage, () => device.walk(entry.board))
  const [chosen, at] = walked?.split(' ') ?? []
  const rehearsal =
    rehearsals.find((known) => known.card === chosen) ??
    rehearsals.find((known) => known.total > 0 && known.solved < known.total) ??
    rehearsals.find((known) => known.total > 0)
  if (!rehearsal || rehearsal.total === 0) return <p className={styles['empty']}>{t('rehearsal.none')}</p>
  const { stations } = rehearsal
  const isAtEnd = rehearsal.card === chosen && at === 'end'
  const station =
    stations.find((known) => known.card === at) ??
    stations.find((known) => standingOf(known) === 'open') ??
    stations.find((known) => !known.solved) ??
    stations[0]
  return (
    <main className={styles['case']} lang={language}>
      <h2 dir="auto">{rehearsal.text}</h2>
      <ol className={styles['chain']}>
        {stations.map((known) => (
          <li key={known.card} aria-current={!isAtEnd && known === station ? 'step' : undefined}>
            <StandingSign standing={standingOf(known)} size={40} />
            <span dir="auto">{known.name || t('card.empty')}</span>
          </li>
        ))}
      </ol>
      {isAtEnd ? (
        <p className={styles['result']} data-breaks={rehearsal.breaksAt !== null}>
          <strong>{rehearsal.result.solved}</strong>
          {rehearsal.result.end}
        </p>
      ) : station ? (
        <AskedStation
          station={station}
          next={stations[stations.indexOf(station) + 1]}
          at={stations.indexOf(station)}
          count={stations.length}
        />
      ) : null}
    </main>
  )
}

function AskedStation(props: {
  readonly station: Station
  readonly next: Station | undefined
  readonly at: number
  readonly count: number
}): ReactNode {
  const { station, next, at, count } = props
  const { t, i18n } = useTranslation()
  const language = useBoardLanguage()
  const { form, station: kind } = useChain()
  const card = useBoard((state) => state.cards.get(station.card))
  const fieldOf = (id: string) => kind.fields.find((field) => field.id === id)
  const handover = card?.fields[form.handover.field]
  return (
    <section className={styles['station']}>
      <p className={styles['over']} lang={i18n.language}>
        {t('rehearsal.stationOf', { at: at + 1, count })}
      </p>
      <h3 dir="auto">{station.name || t('card.empty')}</h3>
      {station.text !== '' && station.text !== station.name ? <p dir="auto">{station.text}</p> : null}
      <ul className={styles['asks']}>
        {station.marks.map(({ field, said }) => (
          <li key={field} data-said={said}>
            <span>{fieldOf(field)?.label[language]}</span>
            <b>
              {fieldOf(field)?.options?.find((option) => option.id === card?.fields[field])?.label[language] ?? t('rehearsal.unanswered')}
            </b>
          </li>
        ))}
        {next ? (
          <li data-said={station.handover === 'given' ? 'good' : 'blank'}>
            <span>{fieldOf(form.handover.field)?.label[language]}</span>
            <b dir="auto">{typeof handover === 'string' && handover.trim() !== '' ? handover : t('rehearsal.unanswered')}</b>
          </li>
        ) : null}
      </ul>
    </section>
  )
}

/** Another window of this browser went on. */
function onStorage(notify: () => void): () => void {
  window.addEventListener('storage', notify)
  return () => window.removeEventListener('storage', notify)
}
