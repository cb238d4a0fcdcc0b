import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DEVICE_CODE_LENGTH, isCode, SPOKEN_CODE_LENGTH, tidyCode } from '../../model/codes.ts'
import type { Entry } from '../../protocol/api.ts'
import { api, type Answer } from '../../sync/api.ts'
import { device } from '../../sync/device.ts'
import { AreaChoice, useAreaChoice } from '../common/area-choice.tsx'
import { Button, Problem, TextField } from '../common/controls.tsx'
import { NameField } from '../common/name-field.tsx'
import styles from './home.module.css'
import { useDoor } from './use-door.ts'

/** In by what is read out in the room, or as the same person by what another device shows. */
export function CodeForm({ onEntered }: { readonly onEntered: (entry: Entry) => void }): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(codeInAddress)
  const [name, setName] = useState(device.name())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const code = tidyCode(typed)
  useEffect(() => {
    if (codeInAddress() !== '') window.history.replaceState(null, '', window.location.pathname)
  }, [])
  const isSpoken = isCode(code, SPOKEN_CODE_LENGTH)
  const isDevice = isCode(code, DEVICE_CODE_LENGTH)
  const answered = useDoor(isSpoken ? code : null)
  const door = answered?.ok ? answered.value : null
  const area = useAreaChoice(door)
  const send = (): Promise<Answer<Entry>> => (isDevice ? api.moveDevice(code) : api.joinByCode(code, area.newcomer(name)))
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isSpoken && !isDevice) {
      setProblem(t('join.codeForm'))
      return
    }
    // Asked already: a second time would only count as another wrong guess.
    if (answered?.ok === false && answered.error === 'not-found') {
      setProblem(t('join.codeWrong'))
      return
    }
    setBusy(true)
    setProblem(null)
    const answer = await send()
    setBusy(false)
    if (answer.ok) onEntered(answer.value)
    else if (answer.error === 'not-found') setProblem(t(isDevice ? 'join.deviceWrong' : 'join.codeWrong'))
    else setProblem(t(`error.${answer.error}`, { detail: '' }))
  }
  return (
    <form className={styles['code']} noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('join.byCode')}</h2>
      <div className={styles['entering']}>
        <TextField
          label={t('join.code')}
          hint={isDevice ? t('join.codeDevice') : t('join.codeHint')}
          value={typed}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
        />
        {isSpoken ? <NameField value={name} onValue={setName} /> : null}
        {door ? (
          <div className={styles['door']}>
            <p lang={door.language}>
              <strong>{door.title}</strong>
              {door.organisation ? ` · ${door.organisation}` : null}
            </p>
            <AreaChoice door={door} choice={area} />
          </div>
        ) : null}
        <Button look="primary" type="submit" disabled={busy || (isSpoken && name.trim() === '')}>
          {busy ? t('join.working') : isDevice ? t('join.moveHere') : t('join.submit')}
        </Button>
      </div>
      {problem ? <Problem>{problem}</Problem> : null}
    </form>
  )
}

/** A scanned code stands behind the #, where no server log sees it. */
function codeInAddress(): string {
  const code = window.location.hash.slice(1)
  return isCode(code, DEVICE_CODE_LENGTH) ? code : ''
}
