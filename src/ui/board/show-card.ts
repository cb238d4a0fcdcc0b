import type { CardId } from '../../model/ids.ts'

const FRAMES_TO_WAIT = 20

/** Scrolls a card of a column into view once it is on the page. */
export function showCard(id: CardId, column: Element | null | undefined): void {
  let left = FRAMES_TO_WAIT
  const look = (): void => {
    const card = column?.querySelector(`[data-card="${id}"]`)
    if (card) card.scrollIntoView({ block: 'nearest' })
    else if (left-- > 0) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
