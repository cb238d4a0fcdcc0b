import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LOCAL } from '../../src/model/content.ts'
import type { CardId, FieldId, KindId, QuestionId, RelationId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { PLAN_PASS, type PassSubject } from '../../src/model/passes.ts'
import { fieldText, readCard, readCards } from '../../src/model/read-content.ts'
import { addCards, addLink, binCard, setField, writeText } from '../../src/model/write-content.ts'
import { routes, type PassList, type StatusSheet } from '../../src/protocol/api.ts'
import {
  connectClient,
  createTestBoard,
  joinTestBoard,
  openBrowser,
  until,
  type Client,
  type NewTestBoard,
} from '../helpers/connect-client.ts'
import { startTestServer, type TestServer, type TestServerOptions } from '../helpers/start-test-server.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NUMBER = 'm-number' as CardId
const FILE = 'm-file' as CardId
const PROGRESS = 'progress' as FieldId
const NOTE = 'progress-note' as FieldId
let server: TestServer
let board: NewTestBoard
let frieda: Client
let now: number
const clients: Client[] = []

async function start(options: TestServerOptions = {}): Promise<void> {
  server = await startTestServer({ now: () => now, ...options })
  board = await createTestBoard(server.url, { sample: true })
  frieda = await open(board)
}
async function open(on: NewTestBoard, browser = on.browser): Promise<Client> {
  const client = connectClient(on, browser)
  clients.push(client)
  await client.synced
  await until(() => client.view() !== null)
  return client
}
async function stop(): Promise<void> {
  for (const client of clients.splice(0)) client.close()
  await server.close()
}
async function secretOf(subject: PassSubject): Promise<string> {
  expect((await frieda.command({ type: 'open-pass', subject })).refused).toBeUndefined()
  return (await board.browser.get<PassList>(routes.passes(board.id))).body[subject]!.secret!
}
/** Somebody who was never on the board. */
const stranger = () => openBrowser(server.url)
const look = (subject: string, secret: string, browser = stranger()) =>
  browser.post<StatusSheet>(routes.status(board.id), { subject, secret })
const report = (subject: string, secret: string, said: Record<string, unknown>, headers?: Record<string, string>) =>
  stranger().post<StatusSheet>(routes.report(board.id), { subject, secret, note: '', ...said }, headers)
const fields = (card: CardId) => readCard(frieda.content, card)?.fields ?? {}

/** A measure that Frieda wrote in silence, and put her name to. */
async function revealSigned(): Promise<void> {
  const draft = { draft: 'draft1', question: 'measures' as QuestionId, kind: 'measure' as KindId, text: 'Unterschrieben' }
  await frieda.command({ type: 'open-silence', round: 'round1', questions: [draft.question], kinds: [] })
  await frieda.command({ type: 'put-draft', ...draft })
  await frieda.command({ type: 'sign-drafts', named: true })
  expect((await frieda.command({ type: 'reveal-drafts', authors: 'all' })).refused).toBeUndefined()
  await until(() => readCards(frieda.content).some((card) => card.fields['by' as FieldId] === 'Frieda'))
}

beforeEach(async () => {
  now = Date.parse('2027-01-11T09:00:00Z')
  await start()
})
afterEach(stop)

describe('the link to a measure', () => {
  test('shows it in the words of the board, and writes its status for everybody, without a name or a cookie', async () => {
    const secret = await secretOf(NUMBER)
    const seen = await look(NUMBER, secret)
    expect(seen.headers.get('set-cookie')).toBeNull()
    expect(seen.body.measures.map((measure) => measure.card)).toEqual([NUMBER])
    expect(seen.body.measures[0]).toMatchObject({ due: '2027-02-15', state: null, note: '' })
    expect(seen.body.options.map((option) => option.id)).toEqual(['open', 'doing', 'done', 'dropped'])
    const said = await report(NUMBER, secret, { card: NUMBER, state: 'doing', note: ' Rufbereitschaft steht. ' })
    expect(said.body.measures[0]).toMatchObject({ state: 'doing', note: 'Rufbereitschaft steht.' })
    await until(() => fields(NUMBER)[PROGRESS] === 'doing')
    expect(fields(NUMBER)[NOTE]).toBe('Rufbereitschaft steht.')
    expect(frieda.view()!.people).toHaveLength(1)
  })

  test('works while nobody has the board open, and what was answered is on disk', async () => {
    const secret = await secretOf(NUMBER)
    for (const client of clients.splice(0)) client.close()
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'done' })).status).toBe(200)
    frieda = await open(board)
    expect(fields(NUMBER)[PROGRESS]).toBe('done')
  })

  test('a reason is needed for what is dropped; an empty note takes the old one away', async () => {
    const secret = await secretOf(NUMBER)
    expect(await report(NUMBER, secret, { card: NUMBER, state: 'dropped', note: '  ' })).toMatchObject({
      status: 400,
      body: { detail: 'note' },
    })
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'dropped', note: 'Kein Bedarf' })).status).toBe(200)
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'open' })).body.measures[0]).toMatchObject({ state: 'open', note: '' })
  })

  test('a note that somebody is typing on the board is replaced whole, and nobody loses the board', async () => {
    const secret = await secretOf(NUMBER)
    setField(frieda.content, NUMBER, PROGRESS, 'open', LOCAL)
    await frieda.allSaved()
    const said = report(NUMBER, secret, { card: NUMBER, state: 'doing', note: 'Läuft' })
    const shared = fieldText(frieda.content, NUMBER, NOTE)
    if (shared) writeText(shared, 'getippt', LOCAL)
    expect((await said).status).toBe(200)
    await until(() => fields(NUMBER)[PROGRESS] === 'doing')
    expect(frieda.closeCodes).toEqual([])
  })

  test('can be taken back: the state before lies in the history, once an hour', async () => {
    const secret = await secretOf(NUMBER)
    await report(NUMBER, secret, { card: NUMBER, state: 'doing' })
    await report(NUMBER, secret, { card: NUMBER, state: 'done' })
    const list = async (): Promise<{ id: number; reason: string }[]> =>
      (await board.browser.get<{ id: number; reason: string }[]>(routes.snapshots(board.id))).body
    const [kept, ...rest] = await list()
    expect([kept?.reason, rest]).toEqual(['report', []])
    await board.browser.post(routes.restore(board.id), { snapshot: kept?.id })
    await until(() => fields(NUMBER)[PROGRESS] === undefined)
    now += 61 * 60_000
    await report(NUMBER, secret, { card: NUMBER, state: 'done' })
    expect((await list()).filter((snapshot) => snapshot.reason === 'report')).toHaveLength(2)
  })

  test('the same report sent again changes nothing', async () => {
    const secret = await secretOf(NUMBER)
    const said = { card: NUMBER, state: 'done', note: 'Fertig' }
    await report(NUMBER, secret, said)
    await until(() => fields(NUMBER)[PROGRESS] === 'done')
    let updates = 0
    frieda.doc.on('update', () => updates++)
    expect((await report(NUMBER, secret, said)).status).toBe(200)
    await frieda.command({ type: 'lock-board', locked: true })
    expect(updates).toBe(0)
  })

  test('a lock freezes what was agreed, not how it goes', async () => {
    const secret = await secretOf(NUMBER)
    await frieda.command({ type: 'lock-board', locked: true })
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'done' })).status).toBe(200)
  })
})

describe('a link to all measures of one owner', () => {
  test('follows what the board says they have: linked later, it is there; taken off, it is not', async () => {
    const holder = 'new-role' as CardId
    addCards(frieda.content, [{ id: holder, kind: 'actor' as KindId, text: 'Leitstand', in: 'doers', order: 'a0' as OrderKey }])
    addLink(frieda.content, 'does' as RelationId, holder, NUMBER, LOCAL)
    await frieda.allSaved()
    const secret = await secretOf(holder)
    const cards = async (): Promise<string[]> => (await look(holder, secret)).body.measures.map((measure) => measure.card)
    expect(await cards()).toContain(NUMBER)
    expect(await cards()).not.toContain('m-deputies')
    addLink(frieda.content, 'does' as RelationId, holder, 'm-deputies' as CardId, LOCAL)
    await frieda.allSaved()
    expect(await cards()).toContain('m-deputies')
    binCard(frieda.content, NUMBER, LOCAL)
    await frieda.allSaved()
    expect(await cards()).not.toContain(NUMBER)
    expect((await report(holder, secret, { card: NUMBER, state: 'done' })).status).toBe(404)
    expect((await frieda.command({ type: 'open-pass', subject: 'ghost' as CardId })).refused).toBe('unknown')
  })
})

describe('what a link does not open', () => {
  test('another measure, another card, the plan, the board, its links', async () => {
    const secret = await secretOf(NUMBER)
    expect((await report(NUMBER, secret, { card: FILE, state: 'done' })).status).toBe(404)
    expect((await look(FILE, secret)).status).toBe(404)
    expect((await stranger().post(routes.plan(board.id), { secret })).status).toBe(404)
    expect((await stranger().post(routes.join(board.id), { secret, name: 'Ben' })).status).toBe(404)
    expect((await stranger().get(routes.passes(board.id))).status).toBe(404)
    expect(fields(FILE)[PROGRESS]).toBeUndefined()
    expect(JSON.stringify((await look(NUMBER, secret)).body)).not.toContain('Kundenakte')
  })

  test('a joining link, the other way round, opens no status', async () => {
    await secretOf(NUMBER)
    for (const secret of Object.values(board.links)) expect((await look(NUMBER, secret)).status).toBe(404)
  })

  test('renewed, ended, expired, never made, for a board that is none: all look alike', async () => {
    const old = await secretOf(NUMBER)
    const secret = await secretOf(NUMBER)
    const wrong = [await look(NUMBER, old), await look(FILE, secret)]
    await frieda.command({ type: 'close-pass', subject: NUMBER })
    expect((await board.browser.get<PassList>(routes.passes(board.id))).body[NUMBER]).toEqual({ secret: null, until: now })
    wrong.push(await look(NUMBER, secret), await report(NUMBER, secret, { card: NUMBER, state: 'done' }))
    const next = await secretOf(NUMBER)
    expect((await look(NUMBER, next)).status).toBe(200)
    // Until 30 days after the measure is due.
    now = Date.parse('2027-02-15T00:00:00Z') + 30 * DAY_MS - 1
    expect((await look(NUMBER, next)).status).toBe(200)
    now += 1
    wrong.push(await look(NUMBER, next))
    const nowhere = `B${board.id.slice(1).split('').toReversed().join('')}`
    wrong.push(await stranger().post<StatusSheet>(`/api/boards/${nowhere}/status`, { subject: NUMBER, secret: next }))
    for (const { status, body } of wrong) expect([status, body]).toEqual([404, { error: 'not-found' }])
  })

  test('only a facilitator makes and sees links', async () => {
    const browser = await joinTestBoard(board, 'participant', 'Ben')
    const ben = await open(board, browser)
    expect((await ben.command({ type: 'open-pass', subject: NUMBER })).refused).toBe('forbidden')
    expect((await browser.get(routes.passes(board.id))).status).toBe(404)
    expect(JSON.stringify(ben.view())).not.toContain('passes')
  })

  test('a secret is in no log, no stored frame, no export and no snapshot', async () => {
    const secret = await secretOf(NUMBER)
    await report(NUMBER, secret, { card: NUMBER, state: 'done', note: 'Geheimnis' })
    expect((await server.store.frame(board.id))!.frame).not.toContain(secret)
    expect(server.log.join('\n')).not.toContain(secret)
    expect(server.log.join('\n')).not.toContain('Geheimnis')
  })

  test.each([
    ['a word that is no option', { state: 'finished' }, 400],
    ['an inherited name', { state: 'constructor' }, 400],
    ['a note that is too long', { note: 'x'.repeat(601) }, 400],
    ['a further key', { role: 'facilitator' }, 400],
    ['a note that is no text', { note: { toString: 1 } }, 400],
    ['a card that is no id', { card: '__proto__' }, 400],
    ['a card that is none', { card: 'ghost' }, 404],
  ])('%s is refused and writes nothing', async (_, said, status) => {
    const secret = await secretOf(NUMBER)
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'done', ...said })).status).toBe(status)
    expect(fields(NUMBER)[PROGRESS]).toBeUndefined()
  })

  test('a foreign page, a form, and another method are refused', async () => {
    const secret = await secretOf(NUMBER)
    const said = { card: NUMBER, state: 'done' }
    expect((await report(NUMBER, secret, said, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await report(NUMBER, secret, said, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await stranger().get(`${routes.report(board.id)}?secret=${secret}`)).status).toBe(404)
    const put = await fetch(server.url + routes.report(board.id), { method: 'PUT', headers: { origin: server.url } })
    expect(put.status).toBe(405)
    const huge = await report(NUMBER, secret, { ...said, note: 'x'.repeat(70_000) })
    expect(huge.status).toBe(413)
    expect(fields(NUMBER)[PROGRESS]).toBeUndefined()
  })

  test('guessing ends soon, and so does hammering with a right link', async () => {
    await stop()
    await start({ env: { LIMIT_WRONG_LINKS_PER_MINUTE: '3', LIMIT_PASS_USES_PER_MINUTE: '2' } })
    const secret = await secretOf(NUMBER)
    const status = []
    for (let at = 0; at < 3; at++) status.push((await look(NUMBER, secret)).status)
    for (let at = 0; at < 4; at++) status.push((await look(NUMBER, 'x'.repeat(43))).status)
    expect(status).toEqual([200, 200, 429, 404, 404, 404, 429])
  })

  test('there are not more than the board takes, and none for a subject that shares its name with an object', async () => {
    for (const subject of ['constructor', '__proto__', 'toString']) {
      expect((await look(subject, 'x'.repeat(43))).status).toBe(400)
      expect((await frieda.command({ type: 'open-pass', subject: subject as CardId })).refused).toBe('invalid')
    }
  })
})

describe('the link to the plan', () => {
  interface Answer {
    readonly version: string
    readonly board: {
      readonly cards: { readonly id: string; readonly fields: Record<string, unknown> }[]
      readonly people: unknown[]
      readonly comments: unknown[]
      readonly voices: object[]
    } | null
  }
  const plan = (secret: string, known?: string) =>
    stranger().post<Answer>(routes.plan(board.id), { secret, ...(known === undefined ? {} : { known }) })

  test('gives what the plan is made of: no names, no comments, no bin, no notes of the facilitator', async () => {
    const block = frieda.view()!.agenda.blocks[0]!.id
    await frieda.command({ type: 'note-block', block, note: 'NURFRIEDA' })
    await revealSigned()
    binCard(frieda.content, FILE, LOCAL)
    await frieda.allSaved()
    const { body, headers } = await plan(await secretOf(PLAN_PASS))
    expect(headers.get('set-cookie')).toBeNull()
    expect(body.board).toMatchObject({ people: [], comments: [] })
    const text = JSON.stringify(body)
    for (const hidden of ['NURFRIEDA', 'Frieda', FILE, board.links.facilitator]) expect(text).not.toContain(hidden)
    for (const voice of body.board!.voices) expect(Object.keys(voice).toSorted()).toEqual(['question', 'reason', 'stance'])
  })

  test('drafts of silent writing and votes in hand are not in it', async () => {
    const question = board.entry.template.questions[0]!
    await frieda.command({ type: 'open-silence', round: 'round1', questions: [question.id], kinds: [] })
    const draft = { draft: 'draft1', question: question.id, kind: question.kinds[0]!, text: 'STILLERENTWURF' }
    expect((await frieda.command({ type: 'put-draft', ...draft })).refused).toBeUndefined()
    expect(JSON.stringify((await plan(await secretOf(PLAN_PASS))).body)).not.toContain('STILLERENTWURF')
  })

  test('asked again it is silent until something changes, a link that is taken away included', async () => {
    const secret = await secretOf(PLAN_PASS)
    const { body } = await plan(secret)
    expect((await plan(secret, body.version)).body).toEqual({ version: body.version, board: null })
    const [link] = frieda.content.links.keys()
    frieda.content.links.delete(link!)
    await frieda.allSaved()
    expect((await plan(secret, body.version)).body.board).not.toBeNull()
  })

  test('is read only: it reports nothing and joins nothing', async () => {
    const secret = await secretOf(PLAN_PASS)
    expect((await report(PLAN_PASS, secret, { card: NUMBER, state: 'done' })).status).toBe(400)
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'done' })).status).toBe(404)
    expect((await stranger().post(routes.join(board.id), { secret, name: 'Chef' })).status).toBe(404)
    expect(fields(NUMBER)[PROGRESS]).toBeUndefined()
  })
})

describe('a follow-up board', () => {
  test('is made by a facilitator, begins with the open measures, and leaves the old one as it was', async () => {
    setField(frieda.content, NUMBER, PROGRESS, 'done', LOCAL)
    await revealSigned()
    await frieda.allSaved()
    const before = JSON.stringify(frieda.content.doc.toJSON())
    const made = await board.browser.post<NewTestBoard['entry'] & { links: Record<string, string> }>(routes.follow(board.id), {
      title: 'Runde 2',
    })
    expect(made.body).toMatchObject({ title: 'Runde 2', me: { name: 'Frieda', role: 'facilitator' } })
    expect(made.body.board).not.toBe(board.id)
    const client = await open({ ...board, id: made.body.board })
    const cards = [...client.content.cards.keys()]
    expect(cards).toContain(FILE)
    expect(cards).not.toContain(NUMBER)
    expect(client.view()).toMatchObject({
      title: 'Runde 2',
      organisation: 'Nordwerk Pumpen GmbH',
      follows: { open: 9, done: 1, dropped: 0 },
    })
    expect(client.view()!.people.map((person) => person.name)).toEqual(['Frieda'])
    expect(JSON.stringify(client.content.doc.toJSON())).not.toContain('Frieda')
    expect(made.body.links).not.toEqual(board.links)
    await frieda.command({ type: 'lock-board', locked: false })
    expect(JSON.stringify(frieda.content.doc.toJSON())).toBe(before)
  })

  test('nobody else makes one, and not without a title, from another page, or without end', async () => {
    const ben = await joinTestBoard(board, 'participant', 'Ben')
    expect((await ben.post(routes.follow(board.id), { title: 'x' })).status).toBe(404)
    expect((await stranger().post(routes.follow(board.id), { title: 'x' })).status).toBe(404)
    expect((await board.browser.post(routes.follow(board.id), { title: ' ' })).status).toBe(400)
    expect((await board.browser.post(routes.follow(board.id), { title: 'x' }, { origin: 'https://evil.example' })).status).toBe(403)
    await stop()
    await start({ env: { LIMIT_BOARDS_PER_MINUTE: '2' } })
    expect((await board.browser.post(routes.follow(board.id), { title: 'x' })).status).toBe(200)
    expect((await board.browser.post(routes.follow(board.id), { title: 'x' })).status).toBe(429)
  })
})
