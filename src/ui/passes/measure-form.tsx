import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/i18n.ts'
import { formatDay } from '../../insight/values.ts'
import type { BoardId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import type { PassKey, StatusSheet } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { Button, Problem, TextArea } from '../common/controls.tsx'
import styles from './status-page.module.css'

type Measure = StatusSheet['measures'][number]

interface MeasureFormProps {
  readonly id: BoardId
  readonly pass: PassKey
  readonly sheet: StatusSheet
  readonly measure: Measure
  readonly onSaved: (sheet: StatusSheet) => void
}

/** One measure: one choice, one note, one button. */
export function MeasureForm({ id, pass, sheet, measure, onSaved }: MeasureFormProps): ReactNode {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const name = useId()
  // What is entered and not saved; without it the page shows what the board says.
  const [entered, setEntered] = useState<{ readonly state: string | null; readonly note: string } | null>(null)
  const [step, setStep] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [problem, setProblem] = useState<string | null>(null)
  const { state, note } = entered ?? measure
  const chosen = sheet.options.find((option) => option.id === state)
  const change = (next: Partial<{ state: string; note: string }>): void => {
    setEntered({ state, note, ...next })
    setStep('idle')
    setProblem(null)
  }
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!chosen || step === 'saving') return
    if (chosen.needsNote && note.trim() === '') {
      setProblem(t('status.reasonMissing'))
      form.current?.querySelector('textarea')?.focus()
      return
    }
    setStep('saving')
    const answer = await api.report(id, { ...pass, card: measure.card, state: chosen.id, note })
    if (answer.ok) {
      setEntered(null)
      setStep('saved')
      setProblem(null)
      onSaved(answer.value)
      return
    }
    setStep('idle')
    setProblem(`${t('status.failed')} ${answer.error === 'not-found' ? t('status.goneText') : t(`error.${answer.error}`, { detail: '' })}`)
  }
  return (
    <form ref={form} className={styles['measure']} onSubmit={(event) => void save(event)}>
      <h2 lang={sheet.language} dir="auto">
        {measure.text}
      </h2>
      <Facts sheet={sheet} measure={measure} isOpen={measure.state === null || isOpen(sheet, measure)} />
      <fieldset className={styles['choice']}>
        <legend>
          {t('status.how')} {measure.state === null ? <small>{t('status.notSaid')}</small> : null}
        </legend>
        {sheet.options.map((option) => (
          <label key={option.id} data-tone={option.tone ?? undefined} lang={sheet.language}>
            <input type="radio" name={name} value={option.id} checked={option.id === state} onChange={() => change({ state: option.id })} />
            <span>{option.label}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={chosen?.needsNote === true ? t('status.reason') : t('status.note')}
        {...(chosen?.needsNote === true ? { hint: t('status.reasonHint') } : {})}
        required={chosen?.needsNote === true}
        aria-invalid={problem !== null && chosen?.needsNote === true && note.trim() === ''}
        lang={sheet.language}
        maxLength={LIMITS.reasonChars}
        value={note}
        onChange={(event) => change({ note: event.target.value })}
      />
      {problem ? <Problem>{problem}</Problem> : null}
      <div className={styles['save']}>
        <Button look="primary" type="submit" disabled={!chosen || step === 'saving'} formNoValidate>
          {step === 'saving' ? t('status.saving') : t('status.save')}
        </Button>
        <p role="status" data-saved={step === 'saved'}>
          {step === 'saved' ? t('status.saved') : entered && !problem ? t('status.unsaved') : ''}
        </p>
      </div>
    </form>
  )
}

function isOpen(sheet: StatusSheet, measure: Measure): boolean {
  return sheet.options.find((option) => option.id === measure.state)?.tone === 'open'
}

function Facts({
  sheet,
  measure,
  isOpen: waits,
}: {
  readonly sheet: StatusSheet
  readonly measure: Measure
  readonly isOpen: boolean
}): ReactNode {
  const { t } = useTranslation()
  const [today] = useState(() => new Date().toLocaleDateString('sv-SE'))
  const late = waits && measure.due !== null && measure.due < today
  return (
    <dl className={styles['facts']} lang={sheet.language}>
      <div data-late={late}>
        <dd lang={currentLanguage()}>
          {measure.due === null
            ? t('status.noDue')
            : t(late ? 'status.overdue' : 'status.due', { date: formatDay(measure.due, currentLanguage()) })}
        </dd>
      </div>
      {measure.doers.length === 0 ? null : (
        <div>
          <dd dir="auto">{measure.doers.join(', ')}</dd>
        </div>
      )}
      {measure.details.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  )
}
