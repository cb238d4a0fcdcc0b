import type { CardId } from '../../model/ids.ts'

const FRAMES_TO_WAIT = 20
/** What a card shows of itself comes a little after the card and makes it taller. */
const FRAMES_TO_GROW = 12

/** Scrolls a card of a column into view once it is on the page. */
export function showCard(id: CardId, column: Element | null | undefined): void {
  let left = FRAMES_TO_WAIT
  let isThere = false
  const look = (): void => {
    const card = column?.querySelector(`[data-card="${id}"]`)
    if (card && !isThere) left = FRAMES_TO_GROW
    if (card) isThere = true
    card?.scrollIntoView({ block: 'nearest' })
    if (left-- > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
