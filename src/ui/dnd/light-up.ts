import type { CardId, KindId } from '../../model/ids.ts'

const DASHED = '2px dashed var(--focus)'

/** What can take a card, and the words of what would happen. */
export interface Takers {
  readonly kinds: ReadonlyMap<KindId, string>
  /** Cards that are linked with it already: what they can still take, or nothing. */
  readonly linked: ReadonlyMap<CardId, string | null>
  readonly columns: readonly string[]
  /** Cards that can take it into their chain, each with its column. */
  readonly chains: ReadonlyMap<CardId, string>
  readonly here: string
}

/**
 * Lights up what can take a card, by rules for kinds, columns and few cards: however many cards there are, none renders and none is
 * touched. No rule sets what is inherited, else the style of everything in a card would be computed anew.
 */
export function lightUp({ kinds, linked, columns, chains, here }: Takers): () => void {
  const sheet = new CSSStyleSheet()
  const rule = (selector: string, style: string): number =>
    sheet.insertRule(`body[data-dragging] ${selector} {${style}}`, sheet.cssRules.length)
  const light = (card: string, words: string): void => {
    rule(`${card} > article`, 'opacity: 1')
    rule(`${card} > article:not(:focus-visible)`, `outline: ${DASHED}; outline-offset: -1px`)
    // The ring under the pointer says it already.
    rule(`${card}:not(:hover) > article::after`, `content: ${cssString(words)}`)
  }
  for (const [kind, words] of kinds) light(`[data-card][data-kind="${kind}"]`, words)
  for (const [id, words] of linked) {
    const card = `[data-card="${id}"][data-kind][data-kind]`
    if (words !== null) light(card, words)
    else {
      rule(`${card} > article:not([data-holds])`, 'opacity: 0.5')
      rule(`${card} > article:not(:focus-visible)`, 'outline: 0')
      rule(`${card}:not(:hover) > article::after`, 'content: none')
    }
  }
  const open = new Set([...columns, ...chains.values()])
  for (const id of open) {
    // A folded column shows no chain, so it takes nothing into one.
    rule(`${columns.includes(id) ? '' : 'section'}[data-column="${id}"]`, 'box-shadow: 0 0 0 2px var(--focus)')
    rule(`section[data-column="${id}"]::after`, `content: ${cssString(here)}`)
  }
  for (const id of chains.keys()) rule(`[data-chain="${id}"]`, `outline: ${DASHED}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  document.body.dataset['dragging'] = 'true'
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    delete document.body.dataset['dragging']
  }
}

/** A text as a string of a style sheet; templates are written by hosts, so nothing in it may end the string. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f<]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`
}

/** Runs it once the next frame has been painted, unless the answer is called before. */
export function afterNextPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
