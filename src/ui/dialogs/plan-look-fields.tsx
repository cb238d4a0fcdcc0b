import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PLAN_PARTS, type PlanLook, type PlanPart } from '../../export/plan-look.ts'
import { languageSchema, LANGUAGES, type Language } from '../../model/text.ts'
import { Button, CheckField, SelectField } from '../common/controls.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './dialogs.module.css'

const LOGO_BYTES = 500_000

export interface PlanForm {
  readonly parts: readonly PlanPart[]
  readonly language: Language
  readonly logo: { readonly name: string; readonly bytes: Uint8Array } | null
  readonly color: string | null
}

/** What the export takes from the form; everything is the default that needs no word. */
export function lookOf(form: PlanForm): PlanLook {
  return {
    ...(form.parts.length === PLAN_PARTS.length ? {} : { parts: form.parts }),
    ...(form.logo ? { logo: form.logo.bytes } : {}),
    ...(form.color === null ? {} : { color: form.color }),
  }
}

interface Props {
  readonly form: PlanForm
  readonly onForm: (form: PlanForm) => void
}

/** Which parts the plan has, in which language, with whose logo and colour; folded, because the default is right. */
export function PlanLookFields({ form, onForm }: Props): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const toggle = (part: PlanPart, wanted: boolean): void =>
    onForm({ ...form, parts: PLAN_PARTS.filter((known) => (known === part ? wanted : form.parts.includes(known))) })
  const takeLogo = async (file: File | undefined): Promise<void> => {
    if (!file) return onForm({ ...form, logo: null })
    if (file.size > LOGO_BYTES) return toast(t('planLook.logoTooBig'))
    onForm({ ...form, logo: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } })
  }
  return (
    <details className={styles['look']}>
      <summary>{t('planLook.title')}</summary>
      <div>
        <div className={styles['row']}>
          <Button onClick={() => onForm({ ...form, parts: [] })}>{t('planLook.onePage')}</Button>
          <Button onClick={() => onForm({ ...form, parts: PLAN_PARTS })}>{t('planLook.all')}</Button>
        </div>
        <fieldset className={styles['parts']}>
          <legend>{t('planLook.parts')}</legend>
          {PLAN_PARTS.map((part) => (
            <CheckField
              key={part}
              label={t(`planLook.part.${part}`)}
              checked={form.parts.includes(part)}
              onChecked={(wanted) => toggle(part, wanted)}
            />
          ))}
        </fieldset>
        <SelectField
          label={t('planLook.language')}
          value={form.language}
          options={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
          onValue={(value) => onForm({ ...form, language: languageSchema.catch(form.language).parse(value) })}
        />
        <label className={styles['file']} htmlFor={`${id}-logo`}>
          {t('planLook.logo')}
          <input id={`${id}-logo`} type="file" accept="image/png,image/jpeg" onChange={(event) => void takeLogo(event.target.files?.[0])} />
        </label>
        <label className={styles['file']} htmlFor={`${id}-color`}>
          {t('planLook.color')}
          <input
            id={`${id}-color`}
            type="color"
            value={form.color ?? '#1b4b4f'}
            onChange={(event) => onForm({ ...form, color: event.target.value })}
          />
        </label>
      </div>
    </details>
  )
}
