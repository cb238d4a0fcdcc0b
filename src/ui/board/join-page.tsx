import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardId } from '../../model/ids.ts'
import type { Entry } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { device } from '../../sync/device.ts'
import { Button, Problem } from '../common/controls.tsx'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { NameField } from '../common/name-field.tsx'
import styles from './message-page.module.css'

interface JoinPageProps {
  readonly id: BoardId
  readonly secret: string
  readonly onJoined: (entry: Entry) => void
}

/** The only question before one is in: the name. */
export function JoinPage({ id, secret, onJoined }: JoinPageProps): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState(device.name())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const answer = await api.join(id, secret, name)
    setBusy(false)
    if (answer.ok) onJoined(answer.value)
    else setProblem(t(`error.${answer.error}`, { detail: '' }))
  }
  return (
    <main className={styles['page']}>
      <form className={styles['sheet']} onSubmit={(event) => void submit(event)}>
        <h1>{t('join.title')}</h1>
        {problem ? <Problem>{problem}</Problem> : null}
        <NameField autoFocus value={name} onValue={setName} />
        <Button look="primary" type="submit" disabled={busy || name.trim() === ''}>
          {busy ? t('join.working') : t('join.submit')}
        </Button>
        <LanguageSwitch />
      </form>
    </main>
  )
}
