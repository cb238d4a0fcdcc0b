import { describe, expect, test } from 'vitest'
import { LOCAL } from '../../src/model/content.ts'
import { PLAN_PASS } from '../../src/model/passes.ts'
import { binCard } from '../../src/model/write-content.ts'
import { routes } from '../../src/protocol/api.ts'

import { NUMBER, FILE, PROGRESS, passBench } from '../helpers/pass-bench.ts'

const bench = passBench()
const { secretOf, stranger, report, fields, revealSigned } = bench

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
    stranger().post<Answer>(routes.plan(bench.board.id), { secret, ...(known === undefined ? {} : { known }) })

  test('gives what the plan is made of: no names, no comments, no bin, no notes of the facilitator', async () => {
    const block = bench.frieda.view()!.agenda.blocks[0]!.id
    await bench.frieda.command({ type: 'note-block', block, note: 'NURFRIEDA' })
    await revealSigned()
    binCard(bench.frieda.content, FILE, LOCAL)
    await bench.frieda.allSaved()
    const { body, headers } = await plan(await secretOf(PLAN_PASS))
    expect(headers.get('set-cookie')).toBeNull()
    expect(body.board).toMatchObject({ people: [], comments: [] })
    const text = JSON.stringify(body)
    for (const hidden of ['NURFRIEDA', 'Frieda', FILE, bench.board.links.facilitator]) expect(text).not.toContain(hidden)
    for (const voice of body.board!.voices) expect(Object.keys(voice).toSorted()).toEqual(['question', 'reason', 'stance'])
  })

  test('drafts of silent writing and votes in hand are not in it', async () => {
    const question = bench.board.entry.template.questions[0]!
    await bench.frieda.command({ type: 'open-silence', round: 'round1', questions: [question.id], kinds: [] })
    const draft = { draft: 'draft1', question: question.id, kind: question.kinds[0]!, text: 'STILLERENTWURF' }
    expect((await bench.frieda.command({ type: 'put-draft', ...draft })).refused).toBeUndefined()
    expect(JSON.stringify((await plan(await secretOf(PLAN_PASS))).body)).not.toContain('STILLERENTWURF')
  })

  test('asked again it is silent until something changes, a link that is taken away included', async () => {
    const secret = await secretOf(PLAN_PASS)
    const { body } = await plan(secret)
    expect((await plan(secret, body.version)).body).toEqual({ version: body.version, board: null })
    const [link] = bench.frieda.content.links.keys()
    bench.frieda.content.links.delete(link!)
    await bench.frieda.allSaved()
    expect((await plan(secret, body.version)).body.board).not.toBeNull()
  })

  test('is read only: it reports nothing and joins nothing', async () => {
    const secret = await secretOf(PLAN_PASS)
    expect((await report(PLAN_PASS, secret, { card: NUMBER, state: 'done' })).status).toBe(400)
    expect((await report(NUMBER, secret, { card: NUMBER, state: 'done' })).status).toBe(404)
    expect((await stranger().post(routes.join(bench.board.id), { secret, name: 'Chef' })).status).toBe(404)
    expect(fields(NUMBER)[PROGRESS]).toBeUndefined()
  })
})
