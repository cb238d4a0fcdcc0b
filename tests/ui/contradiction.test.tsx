// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openContent, type Content } from '../../src/model/content.ts'
import type { CardId, RelationId } from '../../src/model/ids.ts'
import { linkId } from '../../src/model/link.ts'
import { addLink, replaceLinks } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const ANSWERS = 'answers' as RelationId

/** One duty with one holder, on a board and at a second person's who hears of nothing until they meet. */
async function withTwoPeople() {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['responsibility'] })
  const [old, hotline, sales] = board.add('actors', 'actor', ['Empfang', 'Hotline', 'Vertrieb']) as [CardId, CardId, CardId]
  const [duty] = board.add('responsibility', 'responsibility', ['Reklamationen']) as [CardId]
  const here = board.connection.content
  act(() => addLink(here, ANSWERS, old, duty))
  const there = openContent(new Y.Doc())
  const meet = (): void => {
    act(() => {
      Y.applyUpdate(there.doc, Y.encodeStateAsUpdate(here.doc))
      Y.applyUpdate(here.doc, Y.encodeStateAsUpdate(there.doc))
    })
  }
  meet()
  const holders = (content: Content): string[] => [...content.links.keys()].toSorted()
  const linkOf = (holder: CardId): string => linkId(ANSWERS, holder, duty)
  const card = await screen.findByRole('article', { name: /: Reklamationen$/ })
  return { user, here, there, meet, holders, linkOf, card, old, hotline, sales, duty }
}

test('two people who replace the one holder at the same moment are both heard, and everybody sees that they disagree', async () => {
  const { user, here, there, meet, holders, linkOf, card, old, hotline, sales, duty } = await withTwoPeople()
  await user.selectOptions(await within(card).findByRole('combobox', { name: 'Wer trägt sie? Reklamationen' }), 'Hotline')
  expect(holders(here), 'a choice replaces the one before').toEqual([linkOf(hotline)])
  replaceLinks(there, { relation: ANSWERS, from: sales, to: duty }, [linkOf(old)])
  meet()
  expect(holders(here)).toEqual([linkOf(hotline), linkOf(sales)].toSorted())
  expect(holders(there)).toEqual(holders(here))
  expect(within(card).getByText('2 sind benannt, genau eine Angabe ist gemeint.')).toBeTruthy()
  await user.click(within(card).getByRole('button', { name: 'Nur „Vertrieb“ behalten' }))
  meet()
  expect(holders(here)).toEqual([linkOf(sales)])
  expect(holders(there)).toEqual([linkOf(sales)])
  await waitFor(() => expect(within(card).queryByText(/genau eine Angabe ist gemeint/)).toBeNull())
})

test('two people who settle it differently at the same moment leave nobody behind by name, and the card asks again', async () => {
  const { user, here, there, meet, holders, linkOf, card, old, hotline, sales, duty } = await withTwoPeople()
  act(() => replaceLinks(here, { relation: ANSWERS, from: hotline, to: duty }, [linkOf(old)]))
  replaceLinks(there, { relation: ANSWERS, from: sales, to: duty }, [linkOf(old)])
  meet()
  await user.click(await within(card).findByRole('button', { name: 'Nur „Hotline“ behalten' }))
  there.links.delete(linkOf(hotline))
  meet()
  expect(holders(here)).toEqual([])
  expect(holders(there)).toEqual([])
  expect(await within(card).findByRole('combobox', { name: 'Wer trägt sie? Reklamationen' })).toBeTruthy()
})
