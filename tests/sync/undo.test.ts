import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openContent, type Content } from '../../src/model/content.ts'
import type { KindId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { cardText, readCard } from '../../src/model/read-content.ts'
import { addCard, moveCard, writeText } from '../../src/model/write-content.ts'
import { createUndo } from '../../src/sync/undo.ts'

const order = 'a0' as OrderKey

function two(): { anna: Content; ben: Content; sync: () => void } {
  const anna = openContent(new Y.Doc())
  const ben = openContent(new Y.Doc())
  return {
    anna,
    ben,
    sync: () => {
      Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(ben.doc))
      Y.applyUpdate(ben.doc, Y.encodeStateAsUpdate(anna.doc))
    },
  }
}

const add = (content: Content, text: string) => addCard(content, { kind: 'task' as KindId, text, in: 'everyday', order })!

test('undoing an add takes the card to the bin, with the words that somebody else wrote in it', () => {
  const { anna, ben, sync } = two()
  const undo = createUndo(anna)
  const id = undo.step(() => add(anna, 'Basis'))
  sync()
  writeText(cardText(ben, id)!, 'Basis und lange Worte von Ben')
  sync()
  expect(undo.undo()).toBe('done')
  sync()
  for (const content of [anna, ben]) {
    expect(readCard(content, id)).toMatchObject({ text: 'Basis und lange Worte von Ben', place: { in: 'bin', from: 'everyday' } })
  }
  expect(undo.redo()).toBe('done')
  expect(readCard(anna, id)?.place.in).toBe('everyday')
})

test('a step that somebody else has overtaken is passed over, and no older step is touched', () => {
  const { anna, ben, sync } = two()
  const undo = createUndo(anna)
  const first = undo.step(() => add(anna, 'U1'))
  const second = undo.step(() => add(anna, 'U2'))
  undo.step(() => moveCard(anna, first, { in: 'parking', order }))
  sync()
  moveCard(ben, first, { in: 'standards', order })
  sync()
  expect(undo.undo()).toBe('overtaken')
  expect(readCard(anna, second)?.place.in).toBe('everyday')
  expect(readCard(anna, first)?.place.in).toBe('standards')
  expect(undo.undo(), 'the next press takes the next step back').toBe('done')
  expect(readCard(anna, second)?.place.in).toBe('bin')
})

test('with nothing to undo it says so', () => {
  expect(createUndo(openContent(new Y.Doc())).undo()).toBe('nothing')
})
