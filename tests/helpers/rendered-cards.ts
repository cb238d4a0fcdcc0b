import type { CardId } from '../../src/model/ids.ts'

/** The ids of the cards that were rendered, in order; a test empties it. */
export const rendered: CardId[] = []

/** A stand-in for `card-face.tsx` that notes each card it renders. */
export function noteRendered(real: object): object {
  return {
    ...real,
    CardKind: (props: { card: { id: CardId } }) => {
      rendered.push(props.card.id)
      return null
    },
  }
}
