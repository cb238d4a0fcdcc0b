import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMyId, useView } from '../board/board-context.ts'
import { Button, SelectField } from '../common/controls.tsx'
import { useRun } from '../hooks/use-run.ts'
import styles from './people.module.css'

/** Somebody else leads from now on. */
export function HandOver(): ReactNode {
  const { t } = useTranslation()
  const run = useRun()
  const me = useMyId()
  const people = useView((view) => view?.people ?? null)
  const founder = useView((view) => view?.me.founder === true)
  const [chosen, setChosen] = useState('')
  const others = people?.filter((person) => person.id !== me) ?? []
  const to = others.find((person) => person.id === chosen)
  if (others.length === 0) return null
  return (
    <section className={styles['part']}>
      <h3>{t('people.handOver')}</h3>
      <p className={styles['hint']}>{t(founder ? 'people.handOverFounder' : 'people.handOverText')}</p>
      <div className={styles['line']}>
        <SelectField
          label={t('people.handOverTo')}
          value={to?.id ?? ''}
          onValue={setChosen}
          options={[{ value: '', label: t('board.choose') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Button disabled={!to} onClick={() => to && void run({ type: 'hand-over', person: to.id })}>
          {t('people.handOverDo')}
        </Button>
      </div>
    </section>
  )
}
