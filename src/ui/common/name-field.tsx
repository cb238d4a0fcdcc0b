import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '../../model/limits.ts'
import { device } from '../../sync/device.ts'
import { Chips } from './chips.tsx'
import styles from './name-field.module.css'
import { TextField } from './controls.tsx'

const OFFERED = 3

interface NameFieldProps {
  readonly value: string
  readonly onValue: (name: string) => void
  readonly autoFocus?: boolean
}

/** The name that others see. Who would rather not give one takes a name that is offered. */
export function NameField({ value, onValue, autoFocus = false }: NameFieldProps): ReactNode {
  const { t } = useTranslation()
  const [places] = useState(drawnPlaces)
  const trees = t('join.guests').split(', ')
  const offered = device.name() === '' ? places.map((place) => t('join.guest', { name: trees[Math.floor(place * trees.length)] })) : []
  return (
    <div className={styles['name']}>
      <TextField
        label={t('join.name')}
        hint={t('join.hint')}
        required
        autoFocus={autoFocus}
        value={value}
        maxLength={LIMITS.nameChars}
        autoComplete="given-name"
        onChange={(event) => onValue(event.target.value)}
      />
      <Chips label={t('join.offer')} offered={offered} chosen={value} onPress={onValue} />
    </div>
  )
}

/** One place in each part of the list, so that no two are the same. */
function drawnPlaces(): number[] {
  return Array.from({ length: OFFERED }, (_, at) => (at + Math.random()) / OFFERED)
}
