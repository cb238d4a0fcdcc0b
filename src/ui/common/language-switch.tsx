import { Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, currentLanguage } from '../../i18n/i18n.ts'
import { languageSchema, LANGUAGES, type Language } from '../../model/text.ts'
import { device } from '../../sync/device.ts'
import styles from './language-switch.module.css'
import { toast } from './toasts.tsx'

export function useChooseLanguage(): (language: Language) => void {
  const { t } = useTranslation()
  return (language) =>
    void changeLanguage(language).then(
      () => device.saveLanguage(language),
      () => toast(t('language.failed')),
    )
}

/** The language of this person's interface; the board keeps its own. */
export function LanguageSwitch(): ReactNode {
  const { t } = useTranslation()
  const choose = useChooseLanguage()
  return (
    <label className={styles['switch']}>
      <Languages size={17} aria-hidden />
      <span className="visually-hidden">{t('language.label')}</span>
      <select value={currentLanguage()} onChange={(event) => choose(languageSchema.catch('de').parse(event.target.value))}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {t(`language.${language}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
