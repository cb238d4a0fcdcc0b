import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KindId } from '../../model/ids.ts'
import type { Kind } from '../../model/template.ts'
import { useBoardLanguage } from '../board/board-context.ts'
import { CheckField } from '../common/controls.tsx'
import styles from './rounds.module.css'

interface ChooseKindsProps {
  readonly offered: readonly Kind[]
  readonly without: readonly KindId[]
  readonly onWithout: (without: readonly KindId[]) => void
}

/** The kinds of a round. Where there is one there is nothing to choose. */
export function ChooseKinds({ offered, without, onWithout }: ChooseKindsProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  if (offered.length < 2) return null
  return (
    <fieldset className={styles['questions']}>
      <legend>{t('votes.kinds')}</legend>
      {offered.map((kind) => (
        <CheckField
          key={kind.id}
          label={kind.label[language]}
          checked={!without.includes(kind.id)}
          onChecked={(on) => onWithout(on ? without.filter((id) => id !== kind.id) : [...without, kind.id])}
        />
      ))}
    </fieldset>
  )
}
