import { expect, test } from 'vitest'
import { byOrder, isOrderKey, keyForSlot, keysForSlot, type Ordered, type OrderKey } from '../../src/model/order.ts'
import { random } from '../helpers/random.ts'

const at = (id: string, order: string): Ordered => ({ id, order: order as OrderKey })

test('a key for a slot lies between its neighbours', () => {
  const cards = [at('a', 'a0'), at('b', 'a1')]
  const key = keyForSlot(cards, 1)
  expect(key > 'a0' && key < 'a1').toBe(true)
})

test('equal keys, as two people make them at once, never make it throw', () => {
  const cards = [at('a', 'a1'), at('b', 'a1'), at('c', 'a1')]
  for (let index = -1; index <= 4; index++) expect(isOrderKey(keyForSlot(cards, index))).toBe(true)
})

test('random slots keep the order that was asked for (seeded)', () => {
  const seed = 7
  const { below } = random(seed)
  const cards: Ordered[] = []
  const wanted: string[] = []
  for (let n = 0; n < 400; n++) {
    const index = below(cards.length + 1)
    const card = at(`card${n}`, keyForSlot(cards, index))
    cards.push(card)
    cards.sort(byOrder)
    wanted.splice(index, 0, card.id)
  }
  expect(
    cards.map((card) => card.id),
    `seed ${seed}`,
  ).toEqual(wanted)
})

test('many keys at once come out ascending', () => {
  const keys = keysForSlot([at('a', 'a0')], 1, 500)
  expect([...keys].sort()).toEqual(keys)
  expect(new Set(keys).size).toBe(500)
})

test('what is no key is refused', () => {
  for (const bad of ['', '0', 'a00', 'a!', '__proto__', 5, null, {}]) expect(isOrderKey(bad)).toBe(false)
})
