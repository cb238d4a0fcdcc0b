import { describe, expect, test } from 'vitest'
import { LOCAL } from '../../src/model/content.ts'
import { setField } from '../../src/model/write-content.ts'
import { routes } from '../../src/protocol/api.ts'
import { joinTestBoard, type NewTestBoard } from '../helpers/connect-client.ts'
import { NUMBER, FILE, PROGRESS, passBench } from '../helpers/pass-bench.ts'

const bench = passBench()
const { start, open, stop, stranger, revealSigned } = bench

describe('a follow-up board', () => {
  test('is made by a facilitator, begins with the open measures, and leaves the old one as it was', async () => {
    setField(bench.frieda.content, NUMBER, PROGRESS, 'done', LOCAL)
    await revealSigned()
    await bench.frieda.allSaved()
    const before = JSON.stringify(bench.frieda.content.doc.toJSON())
    const made = await bench.board.browser.post<NewTestBoard['entry'] & { links: Record<string, string> }>(routes.follow(bench.board.id), {
      title: 'Runde 2',
    })
    expect(made.body).toMatchObject({ title: 'Runde 2', me: { name: 'Frieda', role: 'facilitator' } })
    expect(made.body.board).not.toBe(bench.board.id)
    const client = await open({ ...bench.board, id: made.body.board })
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
    expect(made.body.links).not.toEqual(bench.board.links)
    await bench.frieda.command({ type: 'lock-board', locked: false })
    expect(JSON.stringify(bench.frieda.content.doc.toJSON())).toBe(before)
  })

  test('nobody else makes one, and not without a title, from another page, or without end', async () => {
    const ben = await joinTestBoard(bench.board, 'participant', 'Ben')
    expect((await ben.post(routes.follow(bench.board.id), { title: 'x' })).status).toBe(404)
    expect((await stranger().post(routes.follow(bench.board.id), { title: 'x' })).status).toBe(404)
    expect((await bench.board.browser.post(routes.follow(bench.board.id), { title: ' ' })).status).toBe(400)
    expect((await bench.board.browser.post(routes.follow(bench.board.id), { title: 'x' }, { origin: 'https://evil.example' })).status).toBe(
      403,
    )
    await stop()
    await start({ env: { LIMIT_BOARDS_PER_MINUTE: '2' } })
    expect((await bench.board.browser.post(routes.follow(bench.board.id), { title: 'x' })).status).toBe(200)
    expect((await bench.board.browser.post(routes.follow(bench.board.id), { title: 'x' })).status).toBe(429)
  })
})
