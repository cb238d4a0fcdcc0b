// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null))
afterEach(cleanup)

test('a chain is written station by station, and each station opens its own details', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['cases'] })
  board.add('cases', 'case', ['Ticket vergessen'])
  await user.click(await screen.findByRole('button', { name: 'Menü der Karte „Ticket vergessen“' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Einzelheiten' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox', { name: 'Station schreiben' }), 'Schalter{Enter}Service{Enter}')
  await user.keyboard('{Escape}')
  const card = await screen.findByRole('article', { name: /Ticket vergessen/ })
  expect((await within(card).findAllByRole('article')).map((station) => station.querySelector('p')?.textContent)).toEqual([
    'Schalter',
    'Service',
  ])
  await user.click(within(card).getByRole('button', { name: 'Menü der Karte „Service“' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Einzelheiten' }))
  expect(await screen.findByRole('dialog', { name: 'Station' })).toBeTruthy()
})

test('a case that is offered comes with its stations', async () => {
  const user = userEvent.setup()
  await renderBoard({ open: ['cases'] })
  const offered = screen.getAllByRole('button', { name: /^„.*“ übernehmen$/ })
  await user.click(offered[0]!)
  const card = (await screen.findAllByRole('article'))[0]!
  expect(within(card).getAllByRole('listitem').length).toBeGreaterThanOrEqual(2)
})
