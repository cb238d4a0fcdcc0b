import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './people-here.module.css'

const COLORS = ['var(--blue)', 'var(--plum)', 'var(--green)', 'var(--rust)', 'var(--teal)', 'var(--rose)', 'var(--ochre)', 'var(--slate)']

export function Avatar({ id, name, small = false }: { readonly id: string; readonly name: string; readonly small?: boolean }): ReactNode {
  const color = COLORS[Array.from(id).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLORS.length]
  return (
    <span className={clsx(styles['avatar'], small && styles['small'])} style={{ background: color }} aria-hidden title={name}>
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
