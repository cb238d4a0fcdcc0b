// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { SEED } from '../../src/model/content.ts'
import type { PersonId, QuestionId } from '../../src/model/ids.ts'
import { answerText, readVerdict, readVoices } from '../../src/model/read-content.ts'
import { writeText } from '../../src/model/write-content.ts'
import { setVerdict, setVoice } from '../../src/model/write-voices.ts'
import { renderBoard } from '../helpers/render-board.tsx'

afterEach(cleanup)

const question = 'everyday' as QuestionId
const bert = 'Pbert' as PersonId
const column = (): HTMLElement => screen.getByRole('region', { name: /Was muss im Alltag/ })
const state = async (): Promise<HTMLSelectElement> =>
  within(column()).findByRole<HTMLSelectElement>('combobox', { name: 'Stand der Antwort' })

async function withAnswer(role: 'participant' | 'viewer' = 'participant') {
  const board = await renderBoard({ open: [question], role })
  const { content } = board.connection
  act(() =>
    board.setView({
      people: [...board.connection.frame.getState().view!.people, { id: bert, name: 'Bert', role: 'participant', online: true }],
    }),
  )
  act(() => writeText(answerText(content, question)!, 'Wir rufen am selben Tag zurück.'))
  return { ...board, content, user: userEvent.setup() }
}

test('an open question asks for no voices; a written one has a state, agreements and objections', async () => {
  const board = await renderBoard({ open: [question] })
  expect(within(column()).queryByRole('button', { name: 'Dafür' })).toBeNull()
  act(() => writeText(answerText(board.connection.content, question)!, 'Wir rufen zurück.'))
  const agree = await within(column()).findByRole('button', { name: 'Dafür' })
  expect((await state()).value).toBe('draft')
  await userEvent.setup().click(agree)
  expect(within(column()).getByRole('button', { name: '1 dafür' }).getAttribute('aria-pressed')).toBe('true')
  act(() => setVoice(board.connection.content, question, bert, { stance: 'agree', reason: '' }, SEED))
  expect(within(column()).getByRole('button', { name: '2 dafür' })).toBeTruthy()
  expect(column().textContent).not.toContain('Bert')
  act(() => void board.connection.undo.undo())
  expect(within(column()).getByRole('button', { name: '1 dafür' }).getAttribute('aria-pressed')).toBe('false')
})

test('who objects gives a reason, is shown with it, and can take it back', async () => {
  const { user, content } = await withAnswer()
  act(() => setVoice(content, question, bert, { stance: 'object', reason: 'Das schaffen wir nicht.' }))
  await user.click(await within(column()).findByRole('button', { name: '1 Einwand' }))
  const dialog = await screen.findByRole('dialog', { name: 'Einwände' })
  expect(within(dialog).getByText('Bert')).toBeTruthy()
  expect(within(dialog).getByText('Das schaffen wir nicht.').lang).toBe('de')
  await user.type(within(dialog).getByRole('textbox', { name: 'Ihr Einwand' }), 'Erst ab Mai.')
  await user.click(within(dialog).getByRole('button', { name: 'Einwand erheben' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await state()).value).toBe('contested')
  await user.click(within(column()).getByRole('button', { name: '2 Einwände' }))
  await user.click(await screen.findByRole('button', { name: 'Zurückziehen' }))
  expect(readVoices(content).map((voice) => voice.person)).toEqual([bert])
})

test('the room may agree in spite of an objection; whoever objects or rewrites then opens it again', async () => {
  const { user, content } = await withAnswer()
  act(() => setVoice(content, question, bert, { stance: 'object', reason: 'Nein.' }))
  const select = await state()
  expect([...select.options].map((option) => option.value)).toEqual(['contested', 'agreed'])
  await user.selectOptions(select, 'agreed')
  expect(readVerdict(content, question)).toBe('agreed')
  await user.type(within(column()).getByRole('textbox', { name: 'Unsere Antwort' }), '!')
  expect(readVerdict(content, question)).toBeUndefined()
  await user.click(await screen.findByRole('button', { name: 'Doch vereinbart' }))
  expect(readVerdict(content, question)).toBe('agreed')
  act(() => setVoice(content, question, 'Pcem' as PersonId, { stance: 'object', reason: 'Auch nein.' }))
  expect(select.value).toBe('contested')
})

test('who reads only sees all of it and changes nothing', async () => {
  const { user, content } = await withAnswer('viewer')
  act(() => {
    setVoice(content, question, bert, { stance: 'object', reason: 'Nein.' })
    setVerdict(content, question, 'contested')
  })
  expect(await within(column()).findByText('strittig')).toBeTruthy()
  expect(within(column()).queryByRole('combobox')).toBeNull()
  expect(within(column()).getByRole<HTMLButtonElement>('button', { name: 'Dafür' }).disabled).toBe(true)
  await user.click(within(column()).getByRole('button', { name: '1 Einwand' }))
  expect(within(await screen.findByRole('dialog')).queryByRole('textbox')).toBeNull()
})
