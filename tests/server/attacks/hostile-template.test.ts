import { afterEach, beforeEach, expect, test } from 'vitest'
import { kickoff } from '../../helpers/kickoff.ts'
import { routes, type Entry } from '../../../src/protocol/api.ts'
import { openBrowser } from '../../helpers/connect-client.ts'
import { startTestServer, type TestServer } from '../../helpers/start-test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

/** Layers of cards, each linked with every card of the next. */
function layered(width: number, depth: number): string {
  const relation = kickoff.plan.doers[0]!
  const id = (layer: number, at: number): string => `c${layer}x${at}`
  const cards = Array.from({ length: depth * width }, (_, n) => ({
    id: id(Math.floor(n / width), n % width),
    kind: Math.floor(n / width) === 0 ? kickoff.plan.measures[0] : 'actor',
    text: 'Karte',
    place: { in: kickoff.questions[0]!.id, order: 'a0' },
    fields: {},
  }))
  const links: string[] = []
  for (let layer = 1; layer < depth; layer++)
    for (let to = 0; to < width; to++)
      for (let from = 0; from < width; from++) links.push(`${relation}:${id(layer, from)}:${id(layer - 1, to)}`)
  return JSON.stringify({
    format: 'auftakt-board',
    version: 1,
    title: 'Board',
    organisation: '',
    goal: '',
    language: 'de',
    template: { ...kickoff, plan: { ...kickoff.plan, owners: [Array.from({ length: depth - 1 }, () => relation)] } },
    questions: [{ id: kickoff.questions[0]!.id, title: 'Frage', hint: '', locked: false }],
    cards,
    links,
    answers: {},
    people: [],
  })
}

test('a template whose paths branch at every step does not hold up the server when a board follows', async () => {
  const frieda = openBrowser(server.url)
  const made = await frieda.post<Entry>(routes.importBoard, { file: layered(12, 7), name: 'Frieda' })
  expect(made).toMatchObject({ status: 200 })
  const before = performance.now()
  const followed = await frieda.post(routes.follow(made.body.board), { title: 'Danach' })
  expect(followed.status).toBe(200)
  expect(performance.now() - before).toBeLessThan(2000)
})

test('a path without end is no template', async () => {
  const frieda = openBrowser(server.url)
  const made = await frieda.post(routes.importBoard, { file: layered(1, 9), name: 'Frieda' })
  expect(made).toMatchObject({ status: 400, body: { error: 'broken-file' } })
})
