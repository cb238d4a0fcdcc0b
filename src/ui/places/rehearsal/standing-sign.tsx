import { Check, CircleDashed, X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './rehearsal.module.css'
import type { Standing } from './use-chain.ts'

const SIGNS = { solved: Check, broken: X, open: CircleDashed } as const

/** A station as a sign: the form says it, the colour only repeats it. */
export function StandingSign({ standing, size = 24 }: { readonly standing: Standing; readonly size?: number }): ReactNode {
  const Sign = SIGNS[standing]
  return (
    <span className={styles['sign']} data-standing={standing}>
      <Sign size={size * 0.72} strokeWidth={2.6} aria-hidden />
    </span>
  )
}
