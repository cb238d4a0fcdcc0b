import { describe, expect, test } from 'vitest'
import { LOCAL } from '../../src/model/content.ts'
import type { CardId, KindId, RelationId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { fieldText } from '../../src/model/read-content.ts'
import { addCards, addLink, binCard, setField, writeText } from '../../src/model/write-content.ts'
import { routes, type PassList, type StatusSheet } from '../../src/protocol/api.ts'
import { joinTestBoard, until } from '../helpers/connect-client.ts'
import { DAY_MS, NUMBER, FILE, PROGRESS, NOTE, passBench } from '../helpers/pass-bench.ts'

const bench = passBench()
const { bringFrieda, leaveAll, start, open, stop, secretOf, stranger, look, report, fields } = bench

describe('the link to a measure', () => {
  test('shows it in the words of the bench.board, and writes its status for everybody, without a name or a cookie', async () => {
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
    expect(bench.frieda.view()!.people).toHaveLength(1)
  })

  test('works while nobody has the board open, and what was answered is on disk', async () => {
    const secret = await secretOf(NUMBER)
    leaveAll()
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'done' })).status).toBe(200)
    await bringFrieda()
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
    setField(bench.frieda.content, NUMBER, PROGRESS, 'open', LOCAL)
    await bench.frieda.allSaved()
    const said = report(NUMBER, secret, { card: NUMBER, state: 'doing', note: 'Läuft' })
    const shared = fieldText(bench.frieda.content, NUMBER, NOTE)
    if (shared) writeText(shared, 'getippt', LOCAL)
    expect((await said).status).toBe(200)
    await until(() => fields(NUMBER)[PROGRESS] === 'doing')
    expect(bench.frieda.closeCodes).toEqual([])
  })

  test('can be taken back: the state before lies in the history, once an hour', async () => {
    const secret = await secretOf(NUMBER)
    await report(NUMBER, secret, { card: NUMBER, state: 'doing' })
    await report(NUMBER, secret, { card: NUMBER, state: 'done' })
    const list = async (): Promise<{ id: number; reason: string }[]> =>
      (await bench.board.browser.get<{ id: number; reason: string }[]>(routes.snapshots(bench.board.id))).body
    const [kept, ...rest] = await list()
    expect([kept?.reason, rest]).toEqual(['report', []])
    await bench.board.browser.post(routes.restore(bench.board.id), { snapshot: kept?.id })
    await until(() => fields(NUMBER)[PROGRESS] === undefined)
    bench.now += 61 * 60_000
    await report(NUMBER, secret, { card: NUMBER, state: 'done' })
    expect((await list()).filter((snapshot) => snapshot.reason === 'report')).toHaveLength(2)
  })

  test('the same report sent again changes nothing', async () => {
    const secret = await secretOf(NUMBER)
    const said = { card: NUMBER, state: 'done', note: 'Fertig' }
    await report(NUMBER, secret, said)
    await until(() => fields(NUMBER)[PROGRESS] === 'done')
    let updates = 0
    bench.frieda.doc.on('update', () => updates++)
    expect((await report(NUMBER, secret, said)).status).toBe(200)
    await bench.frieda.command({ type: 'lock-board', locked: true })
    expect(updates).toBe(0)
  })

  test('a lock freezes what was agreed, not how it goes', async () => {
    const secret = await secretOf(NUMBER)
    await bench.frieda.command({ type: 'lock-board', locked: true })
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'done' })).status).toBe(200)
  })
})

describe('a link to all measures of one owner', () => {
  test('follows what the board says they have: linked later, it is there; taken off, it is not', async () => {
    const holder = 'new-role' as CardId
    addCards(bench.frieda.content, [{ id: holder, kind: 'actor' as KindId, text: 'Leitstand', in: 'doers', order: 'a0' as OrderKey }])
    addLink(bench.frieda.content, 'does' as RelationId, holder, NUMBER, LOCAL)
    await bench.frieda.allSaved()
    const secret = await secretOf(holder)
    const cards = async (): Promise<string[]> => (await look(holder, secret)).body.measures.map((measure) => measure.card)
    expect(await cards()).toContain(NUMBER)
    expect(await cards()).not.toContain('m-deputies')
    addLink(bench.frieda.content, 'does' as RelationId, holder, 'm-deputies' as CardId, LOCAL)
    await bench.frieda.allSaved()
    expect(await cards()).toContain('m-deputies')
    binCard(bench.frieda.content, NUMBER, LOCAL)
    await bench.frieda.allSaved()
    expect(await cards()).not.toContain(NUMBER)
    expect((await report(holder, secret, { card: NUMBER, state: 'done' })).status).toBe(404)
    expect((await bench.frieda.command({ type: 'open-pass', subject: 'ghost' as CardId })).refused).toBe('unknown')
  })
})

describe('what a link does not open', () => {
  test('another measure, another card, the plan, the bench.board, its links', async () => {
    const secret = await secretOf(NUMBER)
    expect((await report(NUMBER, secret, { card: FILE, state: 'done' })).status).toBe(404)
    expect((await look(FILE, secret)).status).toBe(404)
    expect((await stranger().post(routes.plan(bench.board.id), { secret })).status).toBe(404)
    expect((await stranger().post(routes.join(bench.board.id), { secret, name: 'Ben' })).status).toBe(404)
    expect((await stranger().get(routes.passes(bench.board.id))).status).toBe(404)
    expect(fields(FILE)[PROGRESS]).toBeUndefined()
    expect(JSON.stringify((await look(NUMBER, secret)).body)).not.toContain('Kundenakte')
  })

  test('a joining link, the other way round, opens no status', async () => {
    await secretOf(NUMBER)
    for (const secret of Object.values(bench.board.links)) expect((await look(NUMBER, secret)).status).toBe(404)
  })

  test('renewed, ended, expired, never made, for a board that is none: all look alike', async () => {
    const old = await secretOf(NUMBER)
    const secret = await secretOf(NUMBER)
    const wrong = [await look(NUMBER, old), await look(FILE, secret)]
    await bench.frieda.command({ type: 'close-pass', subject: NUMBER })
    expect((await bench.board.browser.get<PassList>(routes.passes(bench.board.id))).body[NUMBER]).toEqual({
      secret: null,
      until: bench.now,
    })
    wrong.push(await look(NUMBER, secret), await report(NUMBER, secret, { card: NUMBER, state: 'done' }))
    const next = await secretOf(NUMBER)
    expect((await look(NUMBER, next)).status).toBe(200)
    // Until 30 days after the measure is due.
    bench.now = Date.parse('2027-02-15T00:00:00Z') + 30 * DAY_MS - 1
    expect((await look(NUMBER, next)).status).toBe(200)
    bench.now += 1
    wrong.push(await look(NUMBER, next))
    const nowhere = `B${bench.board.id.slice(1).split('').toReversed().join('')}`
    wrong.push(await stranger().post<StatusSheet>(`/api/boards/${nowhere}/status`, { subject: NUMBER, secret: next }))
    for (const { status, body } of wrong) expect([status, body]).toEqual([404, { error: 'not-found' }])
  })

  test('only a facilitator makes and sees links', async () => {
    const browser = await joinTestBoard(bench.board, 'participant', 'Ben')
    const ben = await open(bench.board, browser)
    expect((await ben.command({ type: 'open-pass', subject: NUMBER })).refused).toBe('forbidden')
    expect((await browser.get(routes.passes(bench.board.id))).status).toBe(404)
    expect(JSON.stringify(ben.view())).not.toContain('passes')
  })

  test('a secret is in no log, no stored frame, no export and no snapshot', async () => {
    const secret = await secretOf(NUMBER)
    await report(NUMBER, secret, { card: NUMBER, state: 'done', note: 'Geheimnis' })
    expect((await bench.server.store.frame(bench.board.id))!.frame).not.toContain(secret)
    expect(bench.server.log.join('\n')).not.toContain(secret)
    expect(bench.server.log.join('\n')).not.toContain('Geheimnis')
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
    expect((await stranger().get(`${routes.report(bench.board.id)}?secret=${secret}`)).status).toBe(404)
    const put = await fetch(bench.server.url + routes.report(bench.board.id), { method: 'PUT', headers: { origin: bench.server.url } })
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
      expect((await bench.frieda.command({ type: 'open-pass', subject: subject as CardId })).refused).toBe('invalid')
    }
  })
})
