import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { answerState } from '../../src/model/answer.ts'
import { parseBoardFile, toBoardFile, writeBoard, type Board } from '../../src/model/board.ts'
import { ensureAnswers, openContent, type Content } from '../../src/model/content.ts'
import type { CardId, FieldId, KindId, PersonId, QuestionId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { fieldText, readCard, readComments, readVerdict, readVoices } from '../../src/model/read-content.ts'
import { addCard, setField, writeText } from '../../src/model/write-content.ts'
import { addComment, setVerdict, setVoice, shareField } from '../../src/model/write-voices.ts'
import { boardOf, task } from '../insight/boards.ts'

const q1 = 'everyday' as QuestionId
const anna = 'anna' as PersonId
const done = 'done' as FieldId
const against = { stance: 'object', reason: 'zu teuer' } as const

function open(): { content: Content; card: CardId } {
  const content = openContent(new Y.Doc())
  ensureAnswers(content, [{ id: q1 }])
  return { content, card: addCard(content, { kind: 'task' as KindId, text: 'Rückruf', in: q1, order: 'a0' as OrderKey })! }
}

describe('the state of an answer', () => {
  test.each([
    ['', undefined, 0, 'open'],
    [' \n', 'agreed', 3, 'open'],
    ['Wir rufen zurück.', undefined, 0, 'draft'],
    ['Wir rufen zurück.', undefined, 1, 'contested'],
    ['Wir rufen zurück.', 'agreed', 0, 'agreed'],
    ['Wir rufen zurück.', 'agreed', 2, 'agreed'],
    ['Wir rufen zurück.', 'contested', 0, 'contested'],
  ] as const)('%j, %s, %i objections: %s', (text, verdict, objections, state) => {
    expect(answerState(text, verdict, objections)).toBe(state)
  })

  test('an objection opens what was agreed, an agreement does not', () => {
    const { content } = open()
    setVerdict(content, q1, 'agreed')
    setVoice(content, q1, anna, { stance: 'agree', reason: 'wird nicht gebraucht' })
    expect(readVerdict(content, q1)).toBe('agreed')
    expect(readVoices(content)).toEqual([{ question: q1, person: anna, stance: 'agree', reason: '' }])
    setVoice(content, q1, anna, against)
    expect(readVerdict(content, q1)).toBeUndefined()
    setVoice(content, q1, anna, null)
    expect(readVoices(content)).toEqual([])
  })
})

describe('what does not fit', () => {
  test('is left out and reported', () => {
    const { content } = open()
    content.voices.set('q1', 1)
    content.comments.set('k1', { card: 'c', by: anna, text: '', at: 'now' })
    const faults: string[] = []
    expect([readVoices(content, (record) => faults.push(record)), readComments(content, (record) => faults.push(record))]).toEqual([[], []])
    expect(faults).toEqual(['voices/q1', 'comments/k1'])
  })

  test('an empty comment, and one on a card that is gone, are not made', () => {
    const { content, card } = open()
    expect(addComment(content, { card, by: anna, text: '  ' })).toBeNull()
    expect(addComment(content, { card: 'gone' as CardId, by: anna, text: 'Wer?' })).toBeNull()
  })
})

describe('a field that somebody types in', () => {
  test('keeps what stood there, and two people’s words', () => {
    const { content: one, card } = open()
    setField(one, card, done, 'wenn')
    const two = openContent(new Y.Doc())
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    shareField(one, card, done)
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    writeText(fieldText(one, card, done)!, 'wenn alles fertig ist')
    writeText(shareField(two, card, done)!, 'erst wenn')
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    expect(readCard(two, card)?.fields[done]).toBe('erst wenn alles fertig ist')
  })

  test('is a plain value to everything else, and absent when it is empty', () => {
    const { content, card } = open()
    shareField(content, card, done)
    expect(readCard(content, card)?.fields).toEqual({})
    setField(content, card, done, 'alles')
    expect(readCard(content, card)?.fields).toEqual({ done: 'alles' })
    setField(content, card, done, null)
    expect(readCard(content, card)?.fields).toEqual({})
    expect(fieldText(content, card, done)).not.toBeNull()
  })
})

describe('the file of a board', () => {
  const more: Partial<Board> = {
    answers: { [q1]: 'Wir rufen zurück.' },
    verdicts: { [q1]: 'agreed' },
    voices: [
      { question: q1, stance: 'agree', reason: '' },
      { question: q1, ...against },
    ],
    comments: [{ card: 'a' as CardId, text: 'Wer?', at: '2027-01-31T10:05Z', resolved: true }],
  }

  test('carries states, voices and comments, and names nobody', () => {
    const board = boardOf([task('a')], [], more)
    const read = parseBoardFile(JSON.stringify(toBoardFile(board)))
    if (!read.ok) throw new Error(read.fault)
    const content = openContent(new Y.Doc())
    writeBoard(content, read.board)
    expect(readVerdict(content, q1)).toBe('agreed')
    expect(readVoices(content).map(({ stance, reason }) => [stance, reason])).toEqual([
      ['agree', ''],
      ['object', 'zu teuer'],
    ])
    expect(readComments(content)).toMatchObject([{ card: 'a', text: 'Wer?', resolved: true }])
  })

  test('of an older version has none of them and is read all the same', () => {
    const { verdicts: _v, voices: _w, comments: _c, ...old } = toBoardFile(boardOf([task('a')]))
    const read = parseBoardFile(JSON.stringify(old))
    expect(read).toMatchObject({ ok: true, board: { verdicts: {}, voices: [], comments: [] } })
  })
})
