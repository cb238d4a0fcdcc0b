import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper, PaperSheet } from '../../insight/papers.ts'
import { Button, CheckField } from '../common/controls.tsx'
import styles from './plan-papers.module.css'

interface Props {
  readonly paper: Paper
  readonly step: 'idle' | 'making' | 'waiting'
  /** With the chosen sheets only. */
  readonly onMake: (paper: Paper) => void
  readonly onCancel: () => void
}

const BLANK = 'blank'

/** One paper: what it is, how many sheets it has, and which of them are wanted. */
export function PaperChoice({ paper, step, onMake, onCancel }: Props): ReactNode {
  const { t } = useTranslation()
  // What comes to the board while the dialog is open is wanted as well: kept is what was taken out.
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set([BLANK]))
  const named = paper.sheets.filter((sheet) => sheet.card !== null)
  const offered = [...named, paper.blank]
  const chosen = named.length === 0 ? paper.sheets : offered.filter((sheet) => !without.has(keyOf(sheet)))
  const toggle = (key: string, wanted: boolean): void => {
    const next = new Set(without)
    if (wanted) next.delete(key)
    else next.add(key)
    setWithout(next)
  }
  const { language, contentLanguage } = paper
  const count = t('papers.sheets', { count: chosen.length })
  return (
    <li className={styles['paper']}>
      <div className={styles['head']}>
        <div>
          <h4 lang={language}>{paper.title}</h4>
          <p lang={language}>{paper.hint}</p>
          <p className={styles['facts']}>
            {count}, {t(`papers.size.${paper.size}`)}
          </p>
        </div>
        {step === 'making' ? (
          <div className={styles['making']}>
            <progress aria-label={t('papers.making', { title: paper.title })} />
            <Button onClick={onCancel}>{t('common.cancel')}</Button>
          </div>
        ) : (
          <Button
            aria-label={t('papers.make', { title: paper.title })}
            disabled={step === 'waiting' || chosen.length === 0}
            onClick={() => onMake({ ...paper, sheets: chosen })}
          >
            {t('plan.make')}
          </Button>
        )}
      </div>
      {paper.kind !== null && named.length === 0 ? <p className={styles['facts']}>{t('papers.blank')}</p> : null}
      {named.length === 0 ? null : (
        <details className={styles['choice']}>
          <summary>{t('papers.choose')}</summary>
          <div className={styles['row']}>
            <Button look="quiet" onClick={() => setWithout(new Set([BLANK]))}>
              {t('papers.all')}
            </Button>
            <Button look="quiet" onClick={() => setWithout(new Set(offered.map(keyOf)))}>
              {t('papers.none')}
            </Button>
            {chosen.length === 0 ? <span role="status">{t('papers.pickOne')}</span> : null}
          </div>
          <fieldset className={styles['sheets']}>
            <legend>
              {t('papers.choose')}: {paper.title}
            </legend>
            {offered.map((sheet) => (
              <span key={keyOf(sheet)} lang={sheet.name === null ? undefined : contentLanguage}>
                <CheckField
                  label={sheet.name ?? t('papers.blankSheet')}
                  checked={!without.has(keyOf(sheet))}
                  onChecked={(wanted) => toggle(keyOf(sheet), wanted)}
                />
              </span>
            ))}
          </fieldset>
        </details>
      )}
    </li>
  )
}

function keyOf({ card }: PaperSheet): string {
  return card ?? BLANK
}
