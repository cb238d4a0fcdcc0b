// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { CardId } from '../../src/model/ids.ts'
import { cardText } from '../../src/model/read-content.ts'
import { writeText } from '../../src/model/write-content.ts'
import { renderBoard } from '../helpers/render-board.tsx'

const rendered: string[] = []
vi.mock('../../src/ui/card/card-face.tsx', async (load) => {
  const real = await load<object>()
  return {
    ...real,
    CardKind: (props: { card: { id: CardId } }) => {
      rendered.push(props.card.id)
      return null
    },
  }
})

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
