import { useMemo } from 'react'
import type { Card } from '../../../model/card.ts'
import type { KindId } from '../../../model/ids.ts'
import { relationOf, useBoard, useTemplate } from '../../board/board-context.ts'
import { useChain } from './use-chain.ts'

/** The kinds of cards that can stand at a station; the first is the one that is made there. */
export function useWhoKinds(): readonly KindId[] {
  const { form } = useChain()
  return relationOf(useTemplate(), form.who)?.from ?? []
}

/** Everybody on the board who can stand at a station. */
export function useWhoCanStand(): readonly Card[] {
  const kinds = useWhoKinds()
  const cards = useBoard((state) => state.cards)
  const byKind = useBoard((state) => state.idsOfKind)
  return useMemo(
    () => kinds.flatMap((kind) => (byKind.get(kind) ?? []).flatMap((id) => cards.get(id) ?? [])).filter((card) => card.text.trim() !== ''),
    [kinds, byKind, cards],
  )
}
