import { afterEach, expect, test } from 'vitest'
import { toBoardFile, type Votes } from '../../src/model/board.ts'
import { readCards, readLinks } from '../../src/model/read-content.ts'
import { votesOf } from '../../src/model/rounds.ts'
import type { Entry, TemplateList } from '../../src/protocol/api.ts'
import { routes } from '../../src/protocol/api.ts'
import { connectClient, createTestBoard, joinTestBoard, openBrowser, until } from '../helpers/connect-client.ts'
import { actor, boardOf } from '../insight/boards.ts'
import { startTestServer, type TestServer } from '../helpers/start-test-server.ts'

let server: TestServer
afterEach(() => server.close())

const body = { template: 'kickoff', language: 'de', name: 'Frieda' }

test('a board from a template has its questions, answers to write, and nothing else', async () => {
  server = await startTestServer()
  const board = await createTestBoard(server.url, { title: 'Unser Kickoff', organisation: 'Nordwerk', language: 'en' })
  const frieda = connectClient(board, board.browser)
  await frieda.synced
  expect(board.entry).toMatchObject({
    title: 'Unser Kickoff',
    organisation: 'Nordwerk',
    language: 'en',
    me: { name: 'Frieda', role: 'facilitator' },
  })
  expect([...frieda.content.answers.keys()].toSorted()).toEqual(board.entry.template.questions.map((question) => question.id).toSorted())
  expect(frieda.content.cards.size).toBe(0)
  frieda.close()
})

test('the sample of a template is a full board, and its people are not in the room', async () => {
  server = await startTestServer()
  const { body: list } = await openBrowser(server.url).get<TemplateList>(routes.templates)
  expect(list.find((template) => template.id === 'kickoff')?.sample).toBe(true)
  const board = await createTestBoard(server.url, { sample: true })
  const frieda = connectClient(board, board.browser)
  await frieda.synced
  expect(readCards(frieda.content).length).toBeGreaterThan(20)
  expect(readLinks(frieda.content).length).toBeGreaterThan(5)
  expect(frieda.view()?.people.map((person) => person.name)).toEqual(['Frieda'])
  frieda.close()
})

test('an unknown template makes nothing', async () => {
  server = await startTestServer()
  const { status, body: error } = await openBrowser(server.url).post(routes.boards, { ...body, template: '../kickoff' })
  expect([status, error]).toEqual([400, { error: 'invalid', detail: 'template' }])
})

test('with CREATE=token only who shows the token makes boards, and everybody still joins', async () => {
  const token = 'token-of-the-host'
  server = await startTestServer({ env: { CREATE: 'token', CREATE_TOKEN: token } })
  const browser = openBrowser(server.url)
  expect((await browser.post(routes.boards, body)).status).toBe(403)
  expect((await browser.post(routes.boards, body, { authorization: 'Bearer something-else' })).status).toBe(403)
  const made = await browser.post<never>(routes.boards, body, { authorization: `Bearer ${token}` })
  expect(made.status).toBe(200)
  const { board: id, links } = made.body as { board: never; links: never }
  await joinTestBoard({ id, links, entry: made.body, browser }, 'participant', 'Paul')
})

test('boards and cookies of one browser live side by side', async () => {
  server = await startTestServer()
  const first = await createTestBoard(server.url)
  const { body: second } = await first.browser.post<{ board: typeof first.id }>(routes.boards, body)
  for (const id of [first.id, second.board]) expect((await first.browser.get(routes.board(id))).status).toBe(200)
  expect((await first.browser.post(routes.leave(first.id), {})).status).toBe(200)
  expect((await first.browser.get(routes.board(first.id))).status).toBe(404)
  expect((await first.browser.get(routes.board(second.board))).status).toBe(200)
})

test('a cookie that was not given out here is not taken over', async () => {
  server = await startTestServer()
  const browser = openBrowser(server.url)
  browser.cookie = `auftakt=${'a'.repeat(43)}`
  await browser.post(routes.boards, body)
  expect(browser.cookie).not.toContain('a'.repeat(43))
})

test('the votes in an imported file are a result of the new board', async () => {
  server = await startTestServer()
  const given = boardOf([actor('a-one'), actor('a-two')], [], { votes: { 'a-one': 2, 'a-two': 5 } as Votes })
  const browser = openBrowser(server.url)
  const { body: entry } = await browser.post<Entry>(routes.importBoard, { file: JSON.stringify(toBoardFile(given)), name: 'Frieda' })
  const frieda = connectClient({ id: entry.board }, browser)
  await frieda.synced
  await until(() => frieda.view() !== null)
  expect(votesOf(frieda.view()!.rounds.results)).toEqual({ 'a-one': 2, 'a-two': 5 })
  frieda.close()
})

test('an imported file brings its agenda as it was changed, not begun, and without a question that is gone', async () => {
  server = await startTestServer()
  const block = {
    id: 'B1',
    title: 'Anders als in der Vorlage',
    minutes: 7,
    way: 'read',
    questions: ['everyday', 'Qgone'],
    skipped: true,
  } as never
  const given = boardOf([], [], { agenda: [block, block] })
  const browser = openBrowser(server.url)
  const { body: entry } = await browser.post<Entry>(routes.importBoard, { file: JSON.stringify(toBoardFile(given)), name: 'Frieda' })
  const frieda = connectClient({ id: entry.board }, browser)
  await frieda.synced
  await until(() => frieda.view() !== null)
  const { agenda } = frieda.view()!
  expect(agenda).toMatchObject({ current: null, startAt: null })
  expect(agenda.blocks).toEqual([
    {
      id: 'B1',
      title: 'Anders als in der Vorlage',
      minutes: 7,
      way: 'read',
      questions: ['everyday'],
      skipped: true,
      startedAt: null,
      endedAt: null,
    },
  ])
  frieda.close()
})
