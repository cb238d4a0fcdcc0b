import type { CardId, KindId } from '../../model/ids.ts'

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

/** Lights up what can take a card by one rule per kind and column: however many cards there are, none renders and none is touched. */
export function lightUp({ kinds, linked, columns, chains, here }: Takers): () => void {
  const sheet = new CSSStyleSheet()
  const cards = 'body[data-dragging] [data-card]'
  for (const [kind, words] of kinds) sheet.insertRule(`${cards}[data-kind="${kind}"] > article {${taking(words)}}`)
  for (const [id, words] of linked) sheet.insertRule(`${cards}[data-kind][data-card="${id}"] > article {${taking(words)}}`)
  for (const id of columns) sheet.insertRule(`body[data-dragging] [data-column="${id}"] {--open: var(--focus); --here: ${cssString(here)}}`)
  // A folded column shows no chain, so it takes nothing into one.
  for (const id of new Set(chains.values())) {
    sheet.insertRule(`body[data-dragging] section[data-column="${id}"] {--open: var(--focus); --here: ${cssString(here)}}`)
  }
  for (const id of chains.keys()) sheet.insertRule(`body[data-dragging] [data-chain="${id}"] {outline: 2px dashed var(--focus)}`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  document.body.dataset['dragging'] = 'true'
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    delete document.body.dataset['dragging']
  }
}

function taking(words: string | null): string {
  return words === null ? '--takes: none; --lit: transparent; --calm: 0.5' : `--takes: ${cssString(words)}; --lit: var(--focus); --calm: 1`
}

/** A text as a string of a style sheet; templates are written by hosts, so nothing in it may end the string. */
function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f<]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`
}
