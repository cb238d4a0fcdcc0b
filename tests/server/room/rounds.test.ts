import { describe, expect, test } from 'vitest'
import type { Frame } from '../../../src/model/frame.ts'
import type { QuestionId } from '../../../src/model/ids.ts'
import { itemOf } from '../../../server/gate/yjs-internals.ts'
import { cardText, readCard, readCards } from '../../../src/model/read-content.ts'
import { addCards, binCard, moveCard, writeText } from '../../../src/model/write-content.ts'
import type { CommandBody } from '../../../src/protocol/commands.ts'
import { readBody } from '../../../server/room/history.ts'
import { kind, openRoom, order, q1, q2, seeded, write, type Peer } from './room-bench.ts'

const question = q1 as QuestionId
const open = { type: 'open-silence', round: 'r1', questions: [question], kinds: [] } satisfies CommandBody
const put = (draft: string, text: string) => ({ type: 'put-draft', draft, question, kind, text }) as const
const texts = (peer: Peer): string[] =>
  readCards(peer.content)
    .filter((card) => card.place.in === q1)
    .map((card) => card.text)
    .toSorted()

describe('a reveal', () => {
  function written() {
    const bench = openRoom()
    const [frieda, anna, ben] = [bench.join('frieda'), bench.join('anna'), bench.join('ben')]
    bench.settle()
    frieda.command(open)
    bench.settle()
    anna.command(put('a', 'von Anna'))
    ben.command(put('b', 'von Ben'))
    bench.settle()
    return { ...bench, frieda, anna, ben }
  }

  test('one’s own drafts are told to oneself, on every device, and to nobody else', () => {
    const { anna, ben, frieda, settle, ...bench } = written()
    expect(anna.mine()).toEqual({ drafts: [{ id: 'a', question, kind, text: 'von Anna' }], named: false, votes: {} })
    const phone = bench.join('anna')
    settle()
    expect(phone.mine()).toEqual(anna.mine())
    for (const peer of [ben, frieda]) expect(Buffer.concat(peer.received).includes('von Anna')).toBe(false)
  })

  test('takes in who has gone, in one update of the server’s own client id, and undo takes it to the bin', () => {
    const { frieda, anna, ben, settle, writes, room } = written()
    ben.leave()
    frieda.command({ type: 'reveal-drafts', authors: 'all' })
    const before = anna.received.length
    settle()
    expect(texts(anna)).toEqual(['von Anfang an', 'von Anna', 'von Ben'])
    const made = readCards(anna.content).filter((card) => card.id !== seeded)
    const clients = made.map((card) => itemOf(anna.content.cards.get(card.id)!)?.id.client)
    expect(new Set(clients)).toEqual(new Set([room.state.content.doc.clientID]))
    const updates = anna.received.slice(before).filter((frame) => frame[0] === 0)
    expect(updates).toHaveLength(1)
    expect(anna.mine()?.drafts).toEqual([])
    expect(writes.at(-1)).toMatchObject({ erase: true })
    expect(writes.at(-1)?.sealed?.every((row) => !row.json?.includes('von'))).toBe(true)
    frieda.command({ type: 'undo-reveal' })
    settle()
    expect(texts(anna)).toEqual(['von Anfang an'])
  })

  test('undo leaves a card that somebody has changed, and says so', () => {
    const { frieda, anna, settle } = written()
    frieda.command({ type: 'reveal-drafts', authors: 'all' })
    settle()
    const mine = readCards(anna.content).find((card) => card.text === 'von Ben')!
    writeText(cardText(anna.content, mine.id)!, 'von Ben, ergänzt')
    settle()
    frieda.command({ type: 'undo-reveal' })
    settle()
    expect(texts(frieda)).toEqual(['von Anfang an', 'von Ben, ergänzt'])
    expect(frieda.notices).toEqual([{ kind: 'kept', cards: [mine.id] }])
  })

  test('who was removed has nothing in it', () => {
    const { frieda, anna, settle } = written()
    frieda.command({ type: 'remove-person', person: 'ben' as never })
    settle()
    frieda.command({ type: 'reveal-drafts', authors: 'all' })
    settle()
    expect(texts(anna)).toEqual(['von Anfang an', 'von Anna'])
  })
})

test('a command that is sealed writes one row and no frame', () => {
  const bench = openRoom()
  const [frieda, anna] = [bench.join('frieda'), bench.join('anna')]
  bench.settle()
  frieda.command({ type: 'open-votes', round: 'r1', questions: [question], kinds: [], budget: 3, cap: 3 })
  bench.settle()
  anna.command({ type: 'cast-votes', round: 'r1', card: seeded, votes: 2 })
  bench.settle()
  expect(bench.writes.at(-1)).toMatchObject({ frame: undefined, update: undefined, sealed: [{ person: 'anna' }] })
  expect(anna.mine()?.votes).toEqual({ [seeded]: 2 })
  frieda.command({ type: 'close-votes', round: 'r1' })
  bench.settle()
  expect(anna.view()?.rounds.results[0]?.cards).toEqual([{ card: seeded, votes: 2, shown: 0 }])
  expect(bench.writes.at(-1)).toMatchObject({ erase: true, sealed: [{ person: 'anna', json: null }] })
})

describe('taking many cards of others off the board', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ kind, text: `Karte ${at}`, in: q1, order }))
  const onBoard = (peer: Peer): number => readCards(peer.content).filter((card) => card.place.in !== 'bin').length

  function crowded(count: number, change?: (frame: Frame) => Frame) {
    const bench = openRoom(change)
    const [frieda, anna, ben] = [bench.join('frieda'), bench.join('anna'), bench.join('ben')]
    bench.settle()
    const ids = addCards(ben.content, many(count))
    bench.settle()
    return { ...bench, frieda, anna, ben, ids }
  }

  test('stops after twenty a minute, is told, and nobody diverges', () => {
    const { anna, ben, ids, settle } = crowded(30)
    for (const id of ids) {
      binCard(anna.content, id)
      settle()
    }
    expect(onBoard(ben)).toBe(11)
    expect(anna.content.cards.toJSON()).toEqual(ben.content.cards.toJSON())
    expect(anna.notices.map((notice) => notice.kind)).toEqual(Array.from({ length: 10 }, () => 'too-many'))
    expect(anna.closed()).toBeNull()
  })

  test('all at once stops too, and so does a stack with all of them in it', () => {
    const { anna, ben, ids, settle } = crowded(30)
    anna.content.doc.transact(() => ids.forEach((id) => binCard(anna.content, id)))
    settle()
    expect(onBoard(ben)).toBe(11)
    const { anna: other, ben: witness, ids: cards, settle: settleOther } = crowded(30)
    const stack = write(other, 'Stapel')
    settleOther()
    cards.forEach((id) => moveCard(other.content, id, { in: stack, order }))
    settleOther()
    binCard(other.content, stack)
    settleOther()
    expect(readCard(witness.content, stack)?.place.in).toBe(q1)
    expect(other.notices).toEqual([{ kind: 'too-many', cards: [stack] }])
  })

  test('one’s own cards and a facilitator’s hand are free', () => {
    const { frieda, ben, ids, settle } = crowded(40)
    ids.slice(0, 25).forEach((id) => binCard(ben.content, id))
    settle()
    ids.slice(25).forEach((id) => binCard(frieda.content, id))
    settle()
    expect(onBoard(ben)).toBe(1)
    expect([...ben.notices, ...frieda.notices]).toEqual([])
  })

  test('the board is kept as it was before the first of ten', () => {
    const { frieda, ids, settle, writes } = crowded(12)
    for (const id of ids) {
      binCard(frieda.content, id)
      settle()
    }
    const kept = writes.flatMap((write) => write.snapshots ?? [])
    expect(kept.map((snapshot) => snapshot.reason)).toEqual(['deletion'])
    const { cards } = readBody(kept[0]!.body)
    expect(cards.filter((card) => card.place.in === q1)).toHaveLength(13)
  })
})

test('a restore writes what differs, brings back questions and words, and undoes the same way', async () => {
  const bench = openRoom()
  const [frieda, anna] = [bench.join('frieda'), bench.join('anna')]
  bench.settle()
  const kept = write(anna, 'bleibt')
  const empty = frieda.view()!.questions.at(-1)!.id
  bench.settle()
  frieda.command({ type: 'keep-snapshot', name: 'Vor der Pause' })
  bench.settle()
  const [snapshot] = bench.writes.flatMap((written) => written.snapshots ?? [])
  const body = readBody(snapshot!.body)
  const later = write(anna, 'später', q2)
  writeText(cardText(anna.content, kept)!, 'verändert')
  frieda.command({ type: 'remove-question', question: empty })
  bench.settle()
  const before = anna.content.cards.toJSON()
  const restoring = bench.room.restore('frieda' as never, body)
  writeText(cardText(anna.content, kept)!, 'verändert, und gerade getippt')
  bench.settle()
  const undo = await restoring
  expect(readCard(frieda.content, later)?.place.in).toBe('bin')
  expect(frieda.view()!.questions.some((known) => known.id === empty)).toBe(true)
  expect(anna.content.cards.toJSON()).toEqual(frieda.content.cards.toJSON())
  const safety = bench.writes.flatMap((written) => written.snapshots ?? []).find((candidate) => candidate.id === undo)
  const undoing = bench.room.restore('frieda' as never, readBody(safety!.body))
  bench.settle()
  await undoing
  expect(readCard(anna.content, later)?.place).toMatchObject({ in: q2 })
  expect(Object.keys(anna.content.cards.toJSON()).toSorted()).toEqual(Object.keys(before).toSorted())
  const refused = bench.room.restore('anna' as never, body)
  bench.settle()
  expect(await refused).toBeNull()
})

test('fifty automatic snapshots stay, and none is made twice of the same board', () => {
  const bench = openRoom()
  const { history } = bench.room.state
  const body = () => ({ title: 't', goal: '', questions: [], cards: [], links: [], answers: {} })
  const [a, b] = [history.keep('block', '1', body), history.keep('block', '2', body)]
  expect(b).toBe(a)
  history.keep('named', 'bleibt', body)
  for (let at = 0; at < 60; at++) {
    history.noteChange()
    history.keep('block', String(at), body)
  }
  expect(history.list().filter((snapshot) => snapshot.reason === 'block')).toHaveLength(50)
  expect(history.list().some((snapshot) => snapshot.name === 'bleibt')).toBe(true)
})

test('dropping the newest snapshot gives its number to no other, and the board is kept anew', () => {
  const bench = openRoom()
  const frieda = bench.join('frieda')
  bench.settle()
  frieda.command({ type: 'keep-snapshot', name: 'eins' })
  frieda.command({ type: 'drop-snapshot', snapshot: 1 })
  frieda.command({ type: 'keep-snapshot', name: 'zwei' })
  bench.settle()
  const write = bench.writes.at(-1)
  expect([write?.snapshots?.map(({ id, name }) => [id, name]), write?.dropped]).toEqual([[[2, 'zwei']], [1]])
})

test('thirty snapshots with a name, then no more', () => {
  const bench = openRoom()
  const frieda = bench.join('frieda')
  bench.settle()
  for (let at = 1; at <= 31; at++) frieda.command({ type: 'keep-snapshot', name: `Nr. ${at}` })
  bench.settle()
  expect(frieda.results.map((result) => result.refused).filter(Boolean)).toEqual(['full'])
  expect(bench.room.state.history.list()).toHaveLength(30)
})

test('a block that ends leaves the board as it was, under its title', () => {
  const bench = openRoom()
  const [frieda, anna] = [bench.join('frieda'), bench.join('anna')]
  bench.settle()
  const [one, two] = frieda.view()!.agenda.blocks
  frieda.command({ type: 'start-block', block: one!.id })
  bench.settle()
  write(anna, 'aus dem ersten Block')
  bench.settle()
  frieda.command({ type: 'start-block', block: two!.id })
  bench.settle()
  const kept = bench.writes.flatMap((written) => written.snapshots ?? [])
  expect(kept.map(({ reason, name }) => [reason, name])).toEqual([
    ['block', ''],
    ['block', one!.title],
  ])
  expect(readBody(kept[1]!.body).cards.map((card) => card.text)).toContain('aus dem ersten Block')
})
