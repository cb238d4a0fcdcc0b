import { Pencil } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Card } from '../../../model/card.ts'
import type { Field } from '../../../model/template.ts'
import { useWords } from '../../hooks/use-words.ts'
import { useBoardLanguage } from '../board-context.ts'
import { useActions } from '../use-actions.ts'
import styles from './forms.module.css'

/** A choice between few: open, its options lie on the card and one press takes one; made, only what was chosen is shown. */
export function ChoiceFact({
  card,
  field,
  canWrite,
  named,
}: {
  readonly card: Card
  readonly field: Field
  readonly canWrite: boolean
  readonly named: boolean
}): ReactNode {
  const { t } = useWords()
  const language = useBoardLanguage()
  const actions = useActions()
  const [changing, setChanging] = useState(false)
  const [back, setBack] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const group = useRef<HTMLDivElement>(null)
  const value = card.fields[field.id]
  const chosen = field.options?.find((option) => option.id === value)
  const open = canWrite && (changing || !chosen)
  useEffect(() => {
    if (!back) return
    const first = group.current?.querySelector<HTMLElement>('[aria-pressed=true], button')
    if (open) first?.focus()
    else button.current?.focus()
  }, [open, back])
  const label = field.label[language]
  // Options with a tone speak for themselves.
  const head =
    !named || field.options?.some((option) => option.tone !== undefined) ? null : <span className={styles['label']}>{label}</span>
  if (open) {
    return (
      <div ref={group} className={styles['options']} role="group" aria-label={label} lang={language}>
        {head}
        {(field.options ?? []).map((option) => (
          <button
            key={option.id}
            type="button"
            className={styles['option']}
            data-tone={option.tone}
            aria-pressed={option.id === value}
            onClick={() => {
              setBack(true)
              setChanging(false)
              actions.field(card.id, field.id, option.id === value ? null : option.id)
            }}
          >
            {option.label[language]}
          </button>
        ))}
      </div>
    )
  }
  if (!chosen) return null
  const words = chosen.label[language]
  if (!canWrite) {
    return (
      <span className={styles['chosen']} data-tone={chosen.tone} lang={language}>
        {head ?? <span className="visually-hidden">{label}: </span>}
        {words}
      </span>
    )
  }
  return (
    <button
      ref={button}
      type="button"
      className={styles['chosen']}
      data-tone={chosen.tone}
      lang={language}
      title={label}
      aria-label={t('forms.edit', { label, value: words })}
      onClick={() => {
        setBack(true)
        setChanging(true)
      }}
    >
      {head}
      {words}
      <Pencil size={12} aria-hidden />
    </button>
  )
}
