import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

export type OrderKey = string & { readonly __brand: 'OrderKey' }

export interface Ordered {
  readonly id: string
  readonly order: OrderKey
}

const ORDER_PATTERN = /^[A-Za-z][0-9A-Za-z]{0,127}$/

/** True for a key the ordering library itself accepts as a neighbour. */
export function isOrderKey(value: unknown): value is OrderKey {
  if (typeof value !== 'string' || !ORDER_PATTERN.test(value)) return false
  try {
    generateKeyBetween(value, null)
    return true
  } catch {
    return false
  }
}

/** Sorts by key, equal keys by id. Never by locale: every browser must see the same order. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** A key for the slot `index` among siblings sorted by `byOrder`. Equal neighbours are skipped, so it never throws. */
export function keyForSlot(siblings: readonly Ordered[], index: number): OrderKey {
  const [key] = keysForSlot(siblings, index, 1)
  return key as OrderKey
}

/** `count` ascending keys for the slot `index`. */
export function keysForSlot(siblings: readonly Ordered[], index: number, count: number): OrderKey[] {
  const at = Math.max(0, Math.min(index, siblings.length))
  const lower = siblings[at - 1]?.order ?? null
  const upper = siblings.slice(at).find((sibling) => lower === null || sibling.order > lower)?.order ?? null
  return generateNKeysBetween(lower, upper, count) as OrderKey[]
}
