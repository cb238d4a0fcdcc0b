import type { CardId } from '../../model/ids.ts'

/** The element with the focus, or null when it is nowhere: browsers give it to the body when its element is removed. */
export function focused(): HTMLElement | null {
  const element = document.activeElement
  return element instanceof HTMLElement && element !== document.body ? element : null
}

/** The card that an element belongs to. */
export function cardAround(element: Element | null): HTMLElement | null {
  return outOfMenu(element)?.closest<HTMLElement>('[data-card]') ?? null
}

/** A menu lies elsewhere on the page than the button that opened it, and is gone after a choice. */
function outOfMenu<T extends Element>(element: T | null): T | HTMLElement | null {
  const opener = element?.closest('[role=menu]')?.getAttribute('aria-labelledby') ?? null
  return opener === null ? element : outOfMenu(document.getElementById(opener))
}

export function articleOf(id: string, column?: string): HTMLElement | null {
  const inColumn = column === undefined ? null : find(`[data-column="${column}"] [data-card="${id}"] article`)
  return inColumn ?? find(`[data-card="${id}"] article`)
}

/** The input that a question's cards are written in, or else the head of the column. */
export function focusComposer(column: string): void {
  const place =
    find(`[data-column="${column}"] [data-composer]`) ??
    find(`[data-column="${column}"] header button`) ??
    find(`[data-card="${column}"] article`)
  if (place && !matchMedia('(pointer: coarse)').matches) return place.focus()
  // An input with the focus would bring up the keyboard of a phone.
  const section = find(`section[data-column="${column}"]`)
  section?.setAttribute('tabindex', '-1')
  section?.focus({ preventScroll: true })
}

/** Focuses what has taken the place of a card that is gone from a list: the next one, the one before, the composer. */
export function focusInsteadOf(id: string, list: readonly string[], column: string): void {
  const at = list.indexOf(id)
  for (const other of [...list.slice(at + 1), ...list.slice(0, Math.max(0, at)).toReversed()]) {
    const article = find(`[data-column="${column}"] [data-card="${other}"] article`)
    if (article) return article.focus()
  }
  focusComposer(column)
}

const FRAMES_TO_WAIT = 20

/** Focuses a card once it is on the page in its new column, or the column when that is folded. */
export function focusCard(id: CardId, column: string): void {
  let left = FRAMES_TO_WAIT
  const look = (): void => {
    const element = find(`[data-column="${column}"] [data-card="${id}"] article`)
    if (element) element.focus()
    else if (left-- > 0) requestAnimationFrame(look)
    else find(`button[data-column="${column}"]`)?.focus()
  }
  requestAnimationFrame(look)
}

/** Where the focus was before a dialog opened. Calling it puts the focus back there, or as near as what is left allows. */
export function rememberFocus(about?: string): () => void {
  const opener = outOfMenu(focused())
  // A list of what is missing goes on by itself.
  const listed = opener?.closest('[data-gaps]')
  const card =
    cardAround(opener) ?? (about === undefined || listed ? null : (articleOf(about)?.closest<HTMLElement>('[data-card]') ?? null))
  const id = card?.dataset['card']
  const column = card?.closest<HTMLElement>('[data-column]')?.dataset['column']
  const list = [...(card?.parentElement?.children ?? [])].flatMap((item) => (item as HTMLElement).dataset['card'] ?? [])
  return () => {
    if (opener?.isConnected) opener.focus()
    else if (id !== undefined && column !== undefined) {
      const article = articleOf(id, column)
      if (article) article.focus()
      else focusInsteadOf(id, list, column)
    }
  }
}

function find(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector)
}
