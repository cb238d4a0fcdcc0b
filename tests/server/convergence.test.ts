import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { BIN } from '../../src/model/card.ts'
import { LOCAL } from '../../src/model/content.ts'
import type { CardId, FieldId, KindId, PersonId, QuestionId, RelationId } from '../../src/model/ids.ts'
import { keyForSlot, keysForSlot, type OrderKey } from '../../src/model/order.ts'
import { cardText, readCards, readComments, readLinks, readVoices } from '../../src/model/read-content.ts'
import { binCards, dissolveStack, moveCards, restoreCards, stackCards } from '../../src/model/stack.ts'
import { createBoardStore } from '../../src/sync/board-store.ts'
import { addCard, addLink, binCard, moveCard, removeLink, restoreCard, setField, writeText } from '../../src/model/write-content.ts'
import { addComment, removeComment, resolveComment, setVerdict, setVoice, shareField } from '../../src/model/write-voices.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client } from '../helpers/connect-client.ts'
import { random } from '../helpers/random.ts'
import { startTestServer } from '../helpers/start-test-server.ts'

const PEOPLE = 5
const ROUNDS = 40
/** `SEEDS=200 npm test -- convergence` runs the long form. */
const SEEDS = Number(process.env['SEEDS'] ?? 12)
const QUESTIONS = ['actors', 'everyday', 'standards', 'parking']
const KINDS = ['actor', 'task', 'standard'] as KindId[]
const STACK = 'group' as KindId

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

test.each(Array.from({ length: SEEDS }, (_, n) => 1000 + n))(
  'five people do anything, offline too, and all boards are equal (seed %i)',
  async (seed) => {
    const { below, pick, next } = random(seed)
    const server = await startTestServer()
    closers.push(() => server.close())
    const board = await createTestBoard(server.url)
    const clients: Client[] = []
    for (let n = 0; n < PEOPLE; n++) clients.push(connectClient(board, await joinTestBoard(board, 'participant', `P${n}`)))
    closers.push(() => clients.forEach((client) => client.close()))
    await Promise.all(clients.map((client) => client.synced))
    const undo = clients.map(
      ({ content }) =>
        new Y.UndoManager([content.cards, content.links, content.answers, content.voices, content.comments], {
          trackedOrigins: new Set([LOCAL]),
          captureTimeout: 0,
        }),
    )
    let made = 0
    await until(() => clients.every((client) => client.view() !== null))
    const me = (client: Client): PersonId => client.view()!.me.id

    const act = (client: Client, history: Y.UndoManager): void => {
      const { content } = client
      const cards = readCards(content)
      const some = (): CardId => (cards.length > 0 ? pick(cards).id : ('none' as CardId))
      const several = (): CardId[] => [...new Set([some(), some(), some(), some()])]
      const stacks = cards.filter((card) => card.kind === STACK)
      const aStack = (): CardId => (stacks.length > 0 ? pick(stacks).id : ('none' as CardId))
      const place = pick(QUESTIONS)
      const order = (): OrderKey =>
        keyForSlot(
          cards
            .filter((card) => card.place.in === place)
            .map((card) => ({ id: card.id, order: card.place.order }))
            .toSorted((a, b) => (a.order < b.order ? -1 : 1)),
          below(5),
        )
      const question = place as QuestionId
      const comments = readComments(content)
      const said = comments.length > 0 ? pick(comments) : null
      const acts: (() => unknown)[] = [
        () => addCard(content, { kind: pick(KINDS), text: `Karte ${seed} ${made++}`, in: place, order: order() }),
        () => addCard(content, { kind: pick(KINDS), text: `Karte ${seed} ${made++}`, in: place, order: order() }),
        () => moveCard(content, some(), { in: place, order: order() }),
        () => moveCard(content, some(), { in: place, order: order() }),
        () => binCard(content, some()),
        () => restoreCard(content, some()),
        () => stackCards(content, { kind: STACK, title: `Stapel ${made++}`, in: place, order: order(), ids: several() }),
        () => moveCards(content, several(), { in: aStack(), keys: keysForSlot([], 0, 4) }, STACK),
        () => moveCards(content, several(), { in: place, keys: keysForSlot([], 0, 4) }, STACK),
        () => dissolveStack(content, aStack(), STACK),
        () => binCards(content, next() < 0.5 ? several() : [aStack()], STACK),
        () => restoreCards(content, next() < 0.5 ? several() : [aStack()], STACK),
        () => setField(content, some(), 'due' as FieldId, next() < 0.5 ? '2027-03-01' : null),
        () => addLink(content, 'does' as RelationId, some(), some()),
        () => removeLink(content, pick([...content.links.keys(), 'none'])),
        () => {
          const text = cardText(content, some())
          if (text) writeText(text, `${text.toString()} ${pick(['und', 'oder', '😀', 'ä'])}`)
        },
        () => setVerdict(content, question, pick(['agreed', 'contested', null])),
        () =>
          setVoice(content, question, me(client), pick([{ stance: 'object', reason: 'zu teuer' }, { stance: 'agree', reason: '' }, null])),
        () => addComment(content, { card: some(), by: me(client), text: `Frage ${made++}` }),
        () => said && resolveComment(content, said.id, next() < 0.5),
        () => said?.by === me(client) && removeComment(content, said.id, true),
        () => {
          const text = shareField(content, some(), 'done' as FieldId)
          if (text) writeText(text, `${text.toString()} ${pick(['und', 'oder', '😀', 'ä'])}`)
        },
        () => history.undo(),
        () => history.redo(),
        () => (client.provider.wsconnected ? next() < 0.3 && client.provider.disconnect() : client.provider.connect()),
      ]
      pick(acts)()
    }
    for (let round = 0; round < ROUNDS; round++) {
      clients.forEach((client, at) => act(client, undo[at]!))
      if (round % 4 === 0) await new Promise((resolve) => setTimeout(resolve, below(6)))
    }

    for (const client of clients) client.provider.connect()
    await until(() => clients.every((client) => client.provider.synced), 10_000)
    await Promise.all(clients.map((client) => client.allSaved()))
    const fresh = connectClient(board, await joinTestBoard(board, 'viewer', 'Prüfer'))
    clients.push(fresh)
    await fresh.synced
    const state = (client: Client): string =>
      canonical([
        client.content.cards.toJSON(),
        client.content.links.toJSON(),
        client.content.answers.toJSON(),
        client.content.voices.toJSON(),
        client.content.comments.toJSON(),
        stateVector(client.doc),
      ])
    await until(() => clients.every((client) => state(client) === state(fresh)), 10_000)

    expect(
      clients.flatMap((client) => client.closeCodes).filter((code) => code >= 4400 && code < 4500),
      'no honest person was shut out',
    ).toEqual([])
    for (const { doc } of clients) expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    const cards = readCards(fresh.content)
    expect(cards.length, 'every record can be read').toBe(fresh.content.cards.size)
    const stacks = new Set<string>(cards.filter((card) => card.kind === STACK).map((card) => card.id))
    for (const card of cards) {
      const places = card.kind === STACK ? [...QUESTIONS, BIN] : [...QUESTIONS, BIN, ...stacks]
      expect(places, 'no stack in a stack').toContain(card.place.in)
    }
    const { store, close } = createBoardStore(fresh.content, vi.fn(), STACK)
    const { idsIn } = store.getState()
    close()
    const onBoard = QUESTIONS.flatMap((place) => idsIn.get(place) ?? [])
    const shown = [...onBoard, ...(idsIn.get(BIN) ?? []), ...onBoard.flatMap((id) => (stacks.has(id) ? (idsIn.get(id) ?? []) : []))]
    expect(shown.toSorted(), 'every card is seen in one place').toEqual(cards.map((card) => card.id).toSorted())
    const links = readLinks(fresh.content)
    expect(links.length).toBe(fresh.content.links.size)
    for (const link of links) expect([fresh.content.cards.has(link.from), fresh.content.cards.has(link.to)]).toEqual([true, true])
    expect(readVoices(fresh.content).length).toBe(fresh.content.voices.size)
  },
  60_000,
)

/** The keys of a Y.Map come in the order of arrival, which differs. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

function stateVector(doc: Y.Doc): Record<string, number> {
  return Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc)))
}
