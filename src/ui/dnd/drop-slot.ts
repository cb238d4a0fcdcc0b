export interface Span {
  readonly top: number
  readonly bottom: number
}

/** The slot at a height: how many of the cards, sorted from top to bottom, have their middle above it. Reads as few spans as it can. */
export function dropSlot(y: number, count: number, spanAt: (index: number) => Span): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spanAt(middle)
    if (y > (span.top + span.bottom) / 2) low = middle + 1
    else high = middle
  }
  return low
}

/** The part of a card that means "onto it": the middle; its edges mean "before" and "after". */
const EDGE = 0.22

export function isOnto(y: number, span: Span): boolean {
  const height = span.bottom - span.top
  return y > span.top + height * EDGE && y < span.bottom - height * EDGE
}
