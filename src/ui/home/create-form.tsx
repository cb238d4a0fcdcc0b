import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/i18n.ts'
import { LIMITS } from '../../model/limits.ts'
import { languageSchema, LANGUAGES, type Language } from '../../model/text.ts'
import type { CreateBoard, TemplateList } from '../../protocol/api.ts'
import { device } from '../../sync/device.ts'
import { Button, SelectField, TextField } from '../common/controls.tsx'
import styles from './home.module.css'

interface CreateFormProps {
  readonly templates: TemplateList
  readonly busy: boolean
  readonly onCreate: (board: CreateBoard) => void
}

export function CreateForm({ templates, busy, onCreate }: CreateFormProps): ReactNode {
  const { t } = useTranslation()
  const [template, setTemplate] = useState('')
  const [title, setTitle] = useState('')
  const [organisation, setOrganisation] = useState('')
  const [language, setLanguage] = useState<Language>(currentLanguage())
  const [name, setName] = useState(device.name())
  const chosen = templates.find((entry) => entry.id === template) ?? templates[0]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (chosen) onCreate({ template: chosen.id, title: title.trim() || chosen.title[language], organisation, language, name })
  }
  return (
    <form className={styles['sheet']} onSubmit={submit}>
      <h2>{t('home.create')}</h2>
      {templates.length > 1 ? (
        <SelectField
          label={t('home.template')}
          value={chosen?.id ?? ''}
          onValue={setTemplate}
          options={templates.map((entry) => ({ value: entry.id, label: entry.name[language] }))}
        />
      ) : null}
      {chosen ? (
        <p className={styles['summary']}>
          <strong>{chosen.name[language]}</strong> · {t('home.questions', { count: chosen.questions })}
          <br />
          {chosen.summary[language]}
        </p>
      ) : null}
      <TextField
        label={t('home.title')}
        placeholder={t('home.titleHint')}
        value={title}
        maxLength={LIMITS.titleChars}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={t('home.organisation')}
        placeholder={t('home.organisationHint')}
        value={organisation}
        maxLength={LIMITS.titleChars}
        autoComplete="organization"
        onChange={(event) => setOrganisation(event.target.value)}
      />
      <div className={styles['pair']}>
        <TextField
          label={t('home.yourName')}
          hint={t('home.yourNameHint')}
          required
          value={name}
          maxLength={LIMITS.nameChars}
          autoComplete="given-name"
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t('home.boardLanguage')}
          value={language}
          onValue={(value) => setLanguage(languageSchema.catch('de').parse(value))}
          options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </div>
      <Button look="primary" type="submit" disabled={busy || !chosen || name.trim() === ''}>
        {busy ? t('home.working') : t('home.submit')}
      </Button>
    </form>
  )
}
