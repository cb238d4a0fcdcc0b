import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { positionAfter, spliceBetween } from '../../src/model/text-splice.ts'
import { random } from '../helpers/random.ts'

describe('spliceBetween', () => {
  test('finds the smallest edit', () => {
    expect(spliceBetween('Rückruf führen', 'Rückruf heute führen')).toEqual({ at: 8, remove: 0, insert: 'heute ' })
    expect(spliceBetween('abc', 'abc')).toBeNull()
    expect(spliceBetween('aaa', 'aa')).toEqual({ at: 2, remove: 1, insert: '' })
  })

  test('never cuts a surrogate pair', () => {
    const splice = spliceBetween('x😀y', 'x😁y')
    expect(splice).toEqual({ at: 1, remove: 2, insert: '😁' })
  })

  test('turns any text into any other (seeded)', () => {
    const seed = 20261123
    const { below, pick } = random(seed)
    const letters = ['a', 'b', 'ä', '😀', '😁', '\n', ' ']
    const word = (): string => Array.from({ length: below(9) }, () => pick(letters)).join('')
    for (let round = 0; round < 3000; round++) {
      const before = word()
      const after = word()
      const splice = spliceBetween(before, after)
      const result = splice ? before.slice(0, splice.at) + splice.insert + before.slice(splice.at + splice.remove) : before
      expect(result, `seed ${seed} round ${round}`).toBe(after)
    }
  })
})

describe('positionAfter', () => {
  test('keeps the caret at its word while others write before, at and behind it', () => {
    const text = new Y.Doc().getText('t')
    text.insert(0, 'Aufgabe klären')
    let caret = 8
    text.observe((event) => {
      caret = positionAfter(event.delta as never, caret)
    })
    text.insert(0, 'Erste ')
    expect(caret).toBe(14)
    text.insert(caret, 'bald ')
    expect(caret).toBe(14)
    text.delete(0, 6)
    expect(caret).toBe(8)
    text.insert(text.length, '!')
    expect(caret).toBe(8)
    text.delete(4, 8)
    expect(caret).toBe(4)
  })
})
