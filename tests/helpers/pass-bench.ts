import { afterEach, beforeEach, expect } from 'vitest'
import type { CardId, FieldId, KindId, QuestionId } from '../../src/model/ids.ts'
import type { PassSubject } from '../../src/model/passes.ts'
import { readCard, readCards } from '../../src/model/read-content.ts'
import { routes, type PassList, type StatusSheet } from '../../src/protocol/api.ts'
import { connectClient, createTestBoard, openBrowser, until, type Client, type NewTestBoard } from './connect-client.ts'
import { startTestServer, type TestServer, type TestServerOptions } from './start-test-server.ts'

export const DAY_MS = 24 * 60 * 60 * 1000
export const NUMBER = 'm-number' as CardId
export const FILE = 'm-file' as CardId
export const PROGRESS = 'progress' as FieldId
export const NOTE = 'progress-note' as FieldId

/** For each test a server of its own with the sample workshop, led by Frieda, and a clock that the test sets. */
export function passBench() {
  let server: TestServer
  let board: NewTestBoard
  let frieda: Client
  let now = 0
  const clients: Client[] = []

  async function start(options: TestServerOptions = {}): Promise<void> {
    server = await startTestServer({ now: () => now, ...options })
    board = await createTestBoard(server.url, { sample: true })
    await bringFrieda()
  }
  async function bringFrieda(): Promise<void> {
    frieda = await open(board)
  }
  async function open(on: NewTestBoard, browser = on.browser): Promise<Client> {
    const client = connectClient(on, browser)
    clients.push(client)
    await client.synced
    await until(() => client.view() !== null)
    return client
  }
  function leaveAll(): void {
    for (const client of clients.splice(0)) client.close()
  }
  async function stop(): Promise<void> {
    leaveAll()
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

  return {
    start,
    open,
    bringFrieda,
    leaveAll,
    stop,
    secretOf,
    stranger,
    look,
    report,
    fields,
    revealSigned,
    get server() {
      return server
    },
    get board() {
      return board
    },
    get frieda() {
      return frieda
    },
    get now() {
      return now
    },
    set now(moment) {
      now = moment
    },
  }
}
