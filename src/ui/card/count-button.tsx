import type { ReactNode } from 'react'
import { useWords } from '../hooks/use-words.ts'

interface CountButtonProps {
  readonly count: number
  /** What the number says, in words. */
  readonly label: string
  readonly className: string | undefined
  readonly children?: ReactNode
  readonly onPress: () => void
}

/** A number on a card; a press shows what it counts. */
export function CountButton({ count, label, className, children, onPress }: CountButtonProps): ReactNode {
  const { language } = useWords()
  return (
    <button type="button" className={className} lang={language} aria-label={label} title={label} onClick={onPress}>
      {children}
      {count}
    </button>
  )
}
