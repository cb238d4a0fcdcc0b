import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { fieldText } from '../../../insight/values.ts'
import { isFilled } from '../../../insight/wording.ts'
import type { Card } from '../../../model/card.ts'
import type { Field } from '../../../model/template.ts'
import { FieldInput } from '../../card/field-input.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { useBoardLanguage } from '../board-context.ts'
import styles from './forms.module.css'

interface FactProps {
  readonly card: Card
  readonly field: Field
  readonly canWrite: boolean
  /** In a row of steps a hole is shown; elsewhere it only offers itself. */
  readonly step?: boolean
}

/** One field on a card: its label and value, and in their place an input while it is filled in. */
export function Fact({ card, field, canWrite, step = false }: FactProps): ReactNode {
  const { t, language: spoken } = useWords()
  const language = useBoardLanguage()
  const [open, setOpen] = useState(false)
  const [back, setBack] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) {
      if (back) button.current?.focus()
      return undefined
    }
    const element = box.current
    const input = element?.querySelector<HTMLInputElement>('input, textarea, select')
    input?.focus()
    if (input?.tagName === 'TEXTAREA') input.setSelectionRange(input.value.length, input.value.length)
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.isComposing || (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey))) return
      event.preventDefault()
      setBack(true)
      setOpen(false)
    }
    const onLeave = (event: FocusEvent): void => {
      if (!(event.relatedTarget instanceof Node) || !element?.contains(event.relatedTarget)) setOpen(false)
    }
    element?.addEventListener('keydown', onKeyDown)
    element?.addEventListener('focusout', onLeave)
    return () => {
      element?.removeEventListener('keydown', onKeyDown)
      element?.removeEventListener('focusout', onLeave)
    }
  }, [open, back])
  const value = card.fields[field.id]
  const filled = value !== undefined && isFilled(value)
  const label = field.label[language]
  const words = filled ? fieldText(field, value, language) : ''

  if (open && canWrite) {
    return (
      <div ref={box} role="group" aria-label={label} lang={language} className={styles['open']} data-no-drag>
        <FieldInput card={card} field={field} canWrite />
        {field.hint ? <p className={styles['hint']}>{field.hint[language]}</p> : null}
      </div>
    )
  }
  if (!canWrite) {
    return filled || step ? (
      <span className={step ? styles['step'] : styles['fact']} data-filled={filled}>
        <span className={styles['label']}>{label}</span> {filled ? <FactWords words={words} /> : <Missing />}
      </span>
    ) : null
  }
  return (
    <button
      ref={button}
      type="button"
      className={step ? styles['step'] : styles['fact']}
      data-filled={filled}
      data-asked={field.when !== undefined}
      lang={language}
      title={field.hint?.[language]}
      onClick={() => {
        setBack(false)
        setOpen(true)
      }}
    >
      {filled || step ? null : <Plus size={13} aria-hidden />}
      <span className={styles['label']}>{label}</span> {filled ? <FactWords words={words} /> : step ? <Missing /> : null}
      {filled ? null : (
        <span className="visually-hidden" lang={spoken}>
          {step ? '' : t('forms.missing')}
        </span>
      )}
    </button>
  )
}

function FactWords({ words }: { readonly words: string }): ReactNode {
  return (
    <span className={styles['words']} dir="auto">
      {words}
    </span>
  )
}

function Missing(): ReactNode {
  const { t, language } = useWords()
  return (
    <span className={styles['hole']} lang={language}>
      {t('forms.missing')}
    </span>
  )
}
