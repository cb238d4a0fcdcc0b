// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import type { Role } from '../../src/model/board.ts'
import { device } from '../../src/sync/device.ts'
import { renderBoard } from '../helpers/render-board.tsx'

afterEach(cleanup)

/** Somebody who has not said yet where they come from. */
async function arrive(role: Role = 'participant') {
  const user = userEvent.setup()
  const board = await renderBoard({ role })
  const [card] = board.add('actors', 'actor', ['Lager'])
  const people = board.connection.frame.getState().view!.people
  const said = (area?: { card: NonNullable<typeof card> }): void =>
    act(() => board.setView({ people: people.map((person) => ({ ...person, area })) }))
  said()
  return { user, board, card: card!, said }
}
const bar = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Aus welchem Bereich kommen Sie?' })
const noBar = (): HTMLElement | null => screen.queryByRole('region', { name: 'Aus welchem Bereich kommen Sie?' })

test('one tap says it: the areas of the board come first, then those that the template suggests', async () => {
  const { user, board, card, said } = await arrive()
  const areas = within(await bar()).getAllByRole('listitem')
  expect(areas.map((item) => item.textContent).slice(0, 2)).toEqual(['Lager', 'Geschäftsführung'])
  await user.click(within(areas[0]!).getByRole('button'))
  expect(board.commands).toEqual([{ type: 'set-my-area', area: { card } }])
  said({ card })
  expect(noBar()).toBeNull()
  expect(document.activeElement?.tagName).toBe('MAIN')
})

test('none of them is remembered, later is not, and neither says anything to the server', async () => {
  const { user, board } = await arrive()
  await user.click(within(await bar()).getByRole('button', { name: 'Später' }))
  expect(noBar()).toBeNull()
  expect(device.isAreaAsked('Btestboardtestboard123' as never)).toBe(false)
  cleanup()
  const again = await arrive()
  await again.user.click(within(await bar()).getByRole('button', { name: 'Keiner davon' }))
  expect(device.isAreaAsked('Btestboardtestboard123' as never)).toBe(true)
  expect([...board.commands, ...again.board.commands]).toEqual([])
})

test.each(['facilitator', 'viewer'] as const)('a %s is not asked', async (role) => {
  await arrive(role)
  // What would ask is fetched when it is needed; the maturity of the plan is fetched later than that.
  await screen.findByTestId('maturity')
  expect(noBar()).toBeNull()
})
