import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gap } from '../../insight/gap.ts'
import { fill } from '../../model/text.ts'
import { useBoardLanguage, useCanWrite, useTemplate } from '../board/board-context.ts'
import { Button } from '../common/controls.tsx'
import styles from './gap-panel.module.css'

const SHOWN = 3

interface GapGroupProps {
  readonly rule: string
  readonly gaps: readonly Gap[]
  readonly all: boolean
  readonly onMend: (gap: Gap) => void
}

/** What one rule finds: how many, and each with its press. */
export function GapGroup({ rule, gaps, all, onMend }: GapGroupProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const count = useTemplate().rules.find((known) => known.id === rule)?.count
  const [wide, setWide] = useState(false)
  const shown = all || wide ? gaps : gaps.slice(0, SHOWN)
  const rest = gaps.length - shown.length
  return (
    <section className={styles['group']} data-rule={rule} lang={language}>
      <h4 tabIndex={-1}>{count ? fill((gaps.length === 1 ? count.one : count.other)[language], { n: gaps.length }) : rule}</h4>
      <ul>
        {shown.map((gap) => (
          <GapRow key={gap.id} gap={gap} onMend={onMend} />
        ))}
      </ul>
      {rest > 0 ? (
        <Button look="quiet" className={styles['more']} onClick={() => setWide(true)}>
          {t('gaps.more', { count: rest })}
        </Button>
      ) : null}
    </section>
  )
}

function GapRow({ gap, onMend }: { readonly gap: Gap; readonly onMend: (gap: Gap) => void }): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const id = useId()
  return (
    <li>
      <p id={id}>{gap.text}</p>
      <Button className={styles['mend']} aria-describedby={id} data-gap={gap.id} onClick={() => onMend(gap)}>
        {canWrite ? gap.mend : t('gaps.show')}
      </Button>
    </li>
  )
}
