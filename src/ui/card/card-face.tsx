import { memo, type ReactNode } from 'react'
import type { Card } from '../../model/card.ts'
import { useBoardLanguage, useKind } from '../board/board-context.ts'
import styles from './card.module.css'
import { KindIcon } from './kind-icon.tsx'

/** A card as paper: its kind and its text, nothing to press. */
export const CardFace = memo(function CardFace({ card }: { readonly card: Card }): ReactNode {
  const language = useBoardLanguage()
  return (
    <div className={styles['face']} data-color={useKind(card.kind)?.color}>
      <CardKind card={card} />
      <p className={styles['text']} lang={language} dir="auto">
        {card.text}
      </p>
    </div>
  )
})

export function CardKind({ card }: { readonly card: Card }): ReactNode {
  const kind = useKind(card.kind)
  const language = useBoardLanguage()
  return (
    <span className={styles['kind']} lang={language}>
      {kind ? <KindIcon icon={kind.icon} /> : null}
      {kind?.label[language] ?? card.kind}
    </span>
  )
}
