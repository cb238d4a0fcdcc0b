import { use, type ReactNode } from 'react'
import type { Card } from '../../../model/card.ts'
import { cardIdsIn } from '../../../sync/board-store.ts'
import { CardItemContext } from '../../card/card-in-card.ts'
import { NestedComposer } from '../../card/nested-cards.tsx'
import { useBoard } from '../board-context.ts'
import styles from './forms.module.css'

/** The stations of a card in their order, as a chain: each a card of its own that can be moved along it. */
export function Chain({ card, column, canWrite }: { readonly card: Card; readonly column: string; readonly canWrite: boolean }): ReactNode {
  const CardItem = use(CardItemContext)
  const ids = useBoard((state) => cardIdsIn(state, card.id))
  return (
    <div className={styles['chainBox']} data-chain={card.id}>
      <ol className={styles['chain']} data-chain-list aria-label={card.text}>
        {ids.map((id) => (
          <CardItem key={id} id={id} column={column} />
        ))}
      </ol>
      {canWrite ? <NestedComposer card={card} /> : null}
    </div>
  )
}
