import { afterEach, expect, test } from 'vitest'
import { readCards } from '../../src/model/read-content.ts'
import type { CardId, KindId, QuestionId } from '../../src/model/ids.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import { connectClient, createTestBoard, joinTestBoard, until, type Client } from '../helpers/connect-client.ts'
import { startProduct } from '../helpers/product.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

const first = 'actors' as QuestionId
const put = (draft: string, text: string): CommandBody => ({ type: 'put-draft', draft, question: first, kind: 'actor' as KindId, text })

test('kill -9 in the middle of silent writing and of a vote: drafts, votes and budgets are right afterwards', async () => {
  const product = await startProduct()
  closers.push(product.close)
  const board = await createTestBoard(product.url)
  const frieda = connectClient(board, board.browser)
  const anna = connectClient(board, await joinTestBoard(board, 'participant', 'Anna'))
  const ben = connectClient(board, await joinTestBoard(board, 'participant', 'Ben'))
  const all = [frieda, anna, ben]
  closers.push(() => all.forEach((client) => client.close()))
  await Promise.all(all.map((client) => client.synced))
  const outage = async (): Promise<void> => {
    const back = all.map((client) => returned(client))
    await product.kill()
    await product.restart()
    await Promise.all(back)
  }

  await frieda.command({ type: 'open-silence', round: 'r1', questions: [first], kinds: [] })
  const texts = Array.from({ length: 12 }, (_, at) => `Entwurf ${at}`)
  for (const [at, text] of texts.entries()) await (at % 2 === 0 ? anna : ben).command(put(`d${at}`, text))
  await outage()
  await until(() => anna.mine()?.drafts.length === 6 && ben.mine()?.drafts.length === 6)
  expect(frieda.mine()?.drafts).toEqual([])
  await until(() => frieda.view()?.rounds.silence?.drafts[first] === 12)
  await anna.command(put('d0', 'Entwurf 0, nach dem Neustart'))
  await frieda.command({ type: 'reveal-drafts', authors: 'all' })
  await until(() => readCards(frieda.content).length === 12)
  const [card, other] = readCards(frieda.content).map(({ id }) => id) as [CardId, CardId]
  expect(readCards(frieda.content).some(({ text }) => text === 'Entwurf 0, nach dem Neustart')).toBe(true)

  const cast = (who: Client, id: CardId, votes: number) => who.command({ type: 'cast-votes', round: 'v1', card: id, votes })
  await frieda.command({ type: 'open-votes', round: 'v1', questions: [first], kinds: [], budget: 3, cap: 2 })
  await cast(anna, card, 2)
  await cast(ben, other, 1)
  await outage()
  await until(() => anna.mine()?.votes[card] === 2 && ben.mine()?.votes[other] === 1)
  expect(await cast(anna, other, 2)).toMatchObject({ refused: 'spent' })
  expect(await cast(anna, other, 1)).not.toHaveProperty('refused')
  await frieda.command({ type: 'close-votes', round: 'v1' })
  await outage()
  await until(() => frieda.view()?.rounds.voting === null)
  expect(frieda.view()?.rounds.results[0]).toMatchObject({ voters: 2, cards: [{ votes: 2 }, { votes: 2 }] })
  await until(() => anna.mine()?.votes[card] === undefined)
}, 60_000)

/** Fulfilled when the client has lost its connection and is in again by itself. */
async function returned(client: Client): Promise<void> {
  await until(() => !client.provider.wsconnected, 15_000)
  await until(() => client.provider.synced, 15_000)
}
