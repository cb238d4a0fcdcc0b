import { clsx } from 'clsx'
import { useId, type ButtonHTMLAttributes, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react'
import styles from './controls.module.css'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { readonly look?: 'plain' | 'primary' | 'quiet' | 'danger' }

export function Button({ look = 'plain', className, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(
        styles['button'],
        look === 'primary' && styles['primary'],
        (look === 'quiet' || look === 'danger') && styles['quiet'],
        look === 'danger' && styles['danger'],
        className,
      )}
    />
  )
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string
  /** Nothing to press for, yet able to hold the focus: a disabled button would drop it. */
  readonly off?: boolean
}

/** A button that shows only a sign: its label is what it is called. */
export function IconButton({ label, className, off = false, onClick, ...rest }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onClick}
      className={clsx(styles['icon'], className)}
    />
  )
}

interface Words {
  readonly label: string
  readonly hint?: string | undefined
}

/** A label above its control and a hint below it; the control takes `id` and says that the hint describes it. */
function Labelled({ id, label, hint, children }: Words & { readonly id: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint ? (
        <span className={styles['hint']} id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </div>
  )
}

export function TextField({ label, hint, ...rest }: InputHTMLAttributes<HTMLInputElement> & Words): ReactNode {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input className={styles['input']} {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
    </Labelled>
  )
}

/** An input that grows with its text. */
export function TextArea({ label, hint, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement> & Words): ReactNode {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <textarea rows={1} dir="auto" className={styles['input']} {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined} />
    </Labelled>
  )
}

interface Option {
  readonly value: string
  readonly label: string
  readonly lang?: string
}

export function SelectField(props: {
  readonly label: string
  readonly hint?: string | undefined
  readonly value: string
  readonly options: readonly Option[]
  readonly onValue: (value: string) => void
  readonly disabled?: boolean
}): ReactNode {
  const id = useId()
  return (
    <Labelled id={id} label={props.label} hint={props.hint}>
      <select
        id={id}
        className={styles['input']}
        value={props.value}
        disabled={props.disabled}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        onChange={(event) => props.onValue(event.target.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function CheckField(props: {
  readonly label: string
  readonly hint?: string | undefined
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
  readonly disabled?: boolean
}): ReactNode {
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChecked(event.target.checked)}
      />
      <span>
        {props.label}
        {props.hint ? <span className={styles['hint']}> {props.hint}</span> : null}
      </span>
    </label>
  )
}

/** What went wrong, what is safe, what to do next. */
export function Problem({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <p role="alert" className={styles['problem']}>
      {children}
    </p>
  )
}
