import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { newBoardId, newCommandId, newPersonId } from '../../src/model/ids.ts'
import { boardIdSchema, createBoardSchema, joinSchema, secretSchema } from '../../src/protocol/api.ts'
import { CloseCode } from '../../src/protocol/close-codes.ts'
import { commandSchema } from '../../src/protocol/commands.ts'
import { encodeMessage, MessageType, noticeSchema, presenceSchema, readJson, savedSchema } from '../../src/protocol/messages.ts'

test('a frame of ours says its type and carries any text whole', () => {
  const value = { text: 'Größe 😀 łąka Ελλάδα \u2028', n: 1.5, list: [null, true] }
  const decoder = decoding.createDecoder(encodeMessage(MessageType.Notice, value))
  expect(decoding.readVarUint(decoder)).toBe(104)
  expect(readJson(decoder)).toEqual(value)
})

test.each([[[]], [[1]], [[3, 123, 34, 97]], [[1, 123]], [[200]]])('what is no JSON is read as nothing: %j', (bytes) => {
  expect(readJson(decoding.createDecoder(Uint8Array.from(bytes)))).toBeUndefined()
})

test('our types never meet those of y-websocket', () => {
  const { Sync, Awareness, ...ours } = MessageType
  expect([Sync, Awareness]).toEqual([0, 1])
  expect(Math.min(...Object.values(ours))).toBeGreaterThanOrEqual(100)
  expect(new Set(Object.values(MessageType)).size).toBe(Object.keys(MessageType).length)
})

test('final close codes are those that y-websocket takes as final', () => {
  const { Restart, TryAgain, ...final } = CloseCode
  for (const code of Object.values(final)) expect(code >= 4400 && code < 4500).toBe(true)
  for (const code of [Restart, TryAgain]) expect(code < 4400).toBe(true)
})

test('ids that we make are ids that we take', () => {
  for (let at = 0; at < 200; at++) {
    expect(boardIdSchema.safeParse(newBoardId()).success).toBe(true)
    expect(commandSchema.safeParse({ id: newCommandId(), type: 'remove-person', person: newPersonId() }).success).toBe(true)
  }
})

test.each([
  [{ type: 'rename-me', name: 'x' }],
  [{ id: 'short', type: 'rename-me', name: 'x' }],
  [{ id: 'commandOne', type: 'rename-me', name: '   ' }],
  [{ id: 'commandOne', type: 'rename-me', name: 'x'.repeat(61) }],
  [{ id: 'commandOne', type: 'rename-me', name: 'x', role: 'facilitator' }],
  [{ id: 'commandOne', type: 'become-king' }],
  [{ id: 'commandOne', type: 'lock-question', question: '__proto__', locked: true }],
  [{ id: 'commandOne', type: 'change-role', person: 'anna', role: 'admin' }],
  [{ id: 'commandOne', type: 'move-question', question: 'q1', to: -1 }],
])('%j is no command', (value) => {
  expect(commandSchema.safeParse(value).success).toBe(false)
})

test('requests: defaults are filled in, more than asked for is refused', () => {
  const board = { template: 'kickoff', language: 'de', name: ' Anna ' }
  expect(createBoardSchema.parse(board)).toMatchObject({ sample: false, title: '', organisation: '', name: 'Anna' })
  expect(createBoardSchema.safeParse({ ...board, role: 'facilitator' }).success).toBe(false)
  expect(createBoardSchema.safeParse({ ...board, language: 'fr' }).success).toBe(false)
  expect(joinSchema.safeParse({ secret: 'x'.repeat(43), name: 'Anna' }).success).toBe(true)
  expect(secretSchema.safeParse(`${'x'.repeat(42)}#`).success).toBe(false)
})

test('what the server says of saving, of taking back and of presence is small and typed', () => {
  expect(savedSchema.parse({ count: 3 })).toEqual({ count: 3 })
  expect(savedSchema.safeParse({ count: '3' }).success).toBe(false)
  expect(noticeSchema.safeParse({ kind: 'other', cards: [] }).success).toBe(false)
  expect(presenceSchema.safeParse({ editing: 'x'.repeat(61) }).success).toBe(false)
  expect(presenceSchema.parse({ editing: null })).toEqual({ editing: null })
})
