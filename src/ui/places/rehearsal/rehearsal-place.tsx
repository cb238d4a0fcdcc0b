import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rehearse } from '../../../insight/chain.ts'
import type { CardId } from '../../../model/ids.ts'
import { usePlainBoard } from '../../board/use-plain-board.ts'
import { useArrival } from '../use-place.ts'
import { CasePicker } from './case-picker.tsx'
import styles from './rehearsal.module.css'
import { Walk } from './walk.tsx'

/** A case is chosen, then walked from station to station in front of everybody. */
export function RehearsalPlace(): ReactNode {
  const { t } = useTranslation()
  const board = usePlainBoard()
  const rehearsals = useMemo(() => rehearse(board), [board])
  const arrival = useArrival()
  const [chosen, setChosen] = useState<CardId | null>(null)
  // Somebody else may have taken the case off the board.
  const rehearsal = rehearsals.find((known) => known.card === chosen)
  return (
    <main className={styles['place']} aria-labelledby="place-title">
      {rehearsal ? (
        <Walk key={rehearsal.card} rehearsal={rehearsal} onLeave={() => setChosen(null)} />
      ) : (
        <div className={styles['scroll']}>
          <h2 id="place-title" ref={arrival} tabIndex={-1}>
            {t('rehearsal.title')}
          </h2>
          <CasePicker rehearsals={rehearsals} onChoose={setChosen} />
        </div>
      )}
    </main>
  )
}
