import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LIMITS } from '../../model/limits.ts'
import { device } from '../../sync/device.ts'
import { useMyId, useView } from '../board/board-context.ts'
import { announce } from '../common/announce.tsx'
import { Button, TextField } from '../common/controls.tsx'
import { useRun } from '../hooks/use-run.ts'
import { AreaField } from './area-field.tsx'
import { OtherDevice } from './other-device.tsx'
import styles from './people.module.css'

/** What one can change about oneself. */
export function MyEntry(): ReactNode {
  const { t } = useTranslation()
  const run = useRun()
  const id = useMyId()
  const me = useView((view) => view?.people.find((person) => person.id === id) ?? null)
  const canTakeLead = useView((view) => view?.me.founder === true && view.me.role !== 'facilitator')
  if (!me) return null
  const rename = async (field: HTMLInputElement): Promise<void> => {
    const name = field.value.trim()
    if (name === '' || name === me.name) {
      field.value = me.name
      return
    }
    if (!(await run({ type: 'rename-me', name }))) return
    device.saveName(name)
    announce(t('people.renamed', { name }))
  }
  return (
    <section className={styles['part']}>
      <h3>{t('people.me')}</h3>
      <div className={styles['pair']}>
        <TextField
          key={me.name}
          label={t('join.name')}
          defaultValue={me.name}
          maxLength={LIMITS.nameChars}
          autoComplete="given-name"
          onBlur={(event) => void rename(event.target)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
          }}
        />
        <AreaField area={me.area} onArea={(area) => void run({ type: 'set-my-area', area })} />
      </div>
      {canTakeLead ? (
        <div className={styles['line']}>
          <p>{t('people.takeText')}</p>
          <Button onClick={() => void run({ type: 'take-lead' })}>{t('people.take')}</Button>
        </div>
      ) : null}
      <OtherDevice />
    </section>
  )
}
