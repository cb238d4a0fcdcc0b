// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { cardText } from '../../src/model/read-content.ts'
import { writeText } from '../../src/model/write-content.ts'
import { renderBoard } from '../helpers/render-board.tsx'
import { rendered } from '../helpers/rendered-cards.ts'

vi.mock('../../src/ui/card/card-face.tsx', async (load) => (await import('../helpers/rendered-cards.ts')).noteRendered(await load()))

afterEach(cleanup)

test('somebody else’s edit of a text renders that one card', async () => {
  const board = await renderBoard({ open: ['everyday', 'standards'] })
  const ids = board.add(
    'everyday',
    'task',
    Array.from({ length: 60 }, (_, n) => `Aufgabe ${n}`),
  )
  await screen.findByRole('article', { name: /Aufgabe 59/ })
  rendered.length = 0
  act(() => writeText(cardText(board.connection.content, ids[30]!)!, 'Anders'))
  expect(rendered).toEqual([ids[30]])
})
