import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardId } from '../../model/ids.ts'
import type { Door, Entry } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { device } from '../../sync/device.ts'
import { AreaChoice, useAreaChoice } from '../common/area-choice.tsx'
import { Button, Problem } from '../common/controls.tsx'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { NameField } from '../common/name-field.tsx'
import styles from './message-page.module.css'

interface JoinPageProps {
  readonly id: BoardId
  readonly secret: string
  readonly door: Door
  readonly onJoined: (entry: Entry) => void
}

/** The only questions before one is in: the name, and where one comes from. */
export function JoinPage({ id, secret, door, onJoined }: JoinPageProps): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState(device.name())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const area = useAreaChoice(door)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const answer = await api.join(id, secret, area.newcomer(name))
    setBusy(false)
    if (answer.ok) onJoined(answer.value)
    else
      setProblem(
        answer.error === 'not-found' ? `${t('join.linkOver')}. ${t('join.linkOverText')}` : t(`error.${answer.error}`, { detail: '' }),
      )
  }
  return (
    <main className={styles['page']}>
      <form className={styles['sheet']} onSubmit={(event) => void submit(event)}>
        <div>
          <h1>{t('join.title')}</h1>
          <p className={styles['what']} lang={door.language}>
            <strong>{door.title}</strong>
            {door.organisation ? ` · ${door.organisation}` : null}
          </p>
        </div>
        {door.role === 'participant' ? null : <p>{t(`join.as.${door.role}`)}</p>}
        {problem ? <Problem>{problem}</Problem> : null}
        <NameField autoFocus value={name} onValue={setName} />
        <AreaChoice door={door} choice={area} />
        <div className={styles['send']}>
          <Button look="primary" type="submit" disabled={busy || name.trim() === ''}>
            {busy ? t('join.working') : t('join.submit')}
          </Button>
        </div>
        <LanguageSwitch />
      </form>
    </main>
  )
}
