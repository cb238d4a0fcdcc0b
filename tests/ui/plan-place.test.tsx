// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { LOCAL } from '../../src/model/content.ts'
import type { CardId, FieldId } from '../../src/model/ids.ts'
import { setField } from '../../src/model/write-content.ts'
import { readCard } from '../../src/model/read-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

async function plan(role: 'facilitator' | 'participant' | 'viewer') {
  const board = await renderBoard({ place: 'plan', role })
  let measure = '' as CardId
  act(() => {
    ;[measure] = board.add('measures', 'measure', ['Kundenakte einführen']) as [CardId]
    setField(board.connection.content, measure, 'cost' as FieldId, 18_000, LOCAL)
  })
  const decisions = await screen.findByRole('region', { name: 'Entscheidungen der Leitung' })
  await within(decisions).findByText(/Kundenakte einführen/)
  const decided = (): unknown => readCard(board.connection.content, measure)?.fields['decided' as FieldId]
  return { ...board, measure, decisions, decided, user: userEvent.setup() }
}

test('what leadership decided is entered with one press, stands under what is decided, and can be taken back', async () => {
  const { decisions, decided, user } = await plan('facilitator')
  const question = within(decisions).getByRole('group', { name: 'Was hat die Leitung entschieden? Kundenakte einführen' })
  await user.click(within(question).getByRole('button', { name: 'Später' }))
  expect(decided()).toBe('later')
  await within(decisions).findByText('Schon entschieden')
  expect(within(decisions).queryByRole('group')).toBeNull()
  await user.click(within(document.querySelector<HTMLElement>('[data-toasts]')!).getByRole('button', { name: 'Rückgängig' }))
  expect(decided()).toBeUndefined()
  await within(decisions).findByRole('group')
})

test('who only reads, or finds the board locked, is not asked', async () => {
  expect(within((await plan('viewer')).decisions).queryByRole('group')).toBeNull()
  cleanup()
  const { decisions, setView } = await plan('participant')
  expect(within(decisions).getByRole('group')).toBeTruthy()
  act(() => setView({ locked: true }))
  expect(within(decisions).queryByRole('group')).toBeNull()
})

test('a measure that is done says so beside its text', async () => {
  const { connection, measure } = await plan('facilitator')
  act(() => {
    setField(connection.content, measure, 'progress' as FieldId, 'done', LOCAL)
    setField(connection.content, measure, 'progress-note' as FieldId, 'Seit Montag', LOCAL)
  })
  const measures = await screen.findByRole('region', { name: /^Maßnahmen/ })
  await within(measures).findByText('erledigt')
  await within(measures).findByText('Seit Montag')
  expect(within(screen.getByRole('region', { name: 'Entscheidungen der Leitung' })).queryByRole('group')).toBeNull()
})
