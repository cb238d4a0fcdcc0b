// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test } from 'vitest'
import { changeLanguage } from '../../src/i18n/i18n.ts'
import { BY } from '../../src/model/card.ts'
import { SEED } from '../../src/model/content.ts'
import type { CardId, FieldId, PersonId } from '../../src/model/ids.ts'
import { fieldText, readCard, readComments } from '../../src/model/read-content.ts'
import { setField, writeText } from '../../src/model/write-content.ts'
import { addComment } from '../../src/model/write-voices.ts'
import { parseAmount } from '../../src/ui/card/amount.ts'
import { renderBoard } from '../helpers/render-board.tsx'

afterEach(cleanup)

const bert = 'Pbert' as PersonId

async function openDetails(options: Parameters<typeof renderBoard>[0] = {}) {
  const board = await renderBoard({ open: ['everyday', 'measures'], ...options })
  const user = userEvent.setup()
  const [id] = board.add('measures', 'measure', ['Kundenakte']) as [CardId]
  const open = async (): Promise<HTMLElement> => {
    await user.click(await screen.findByRole('button', { name: /Kundenakte/ }))
    await user.click(await screen.findByRole('menuitem', { name: /Einzelheiten|Details/ }))
    return screen.findByRole('dialog')
  }
  return { ...board, content: board.connection.content, user, id, dialog: await open() }
}

describe('amounts', () => {
  test.each([
    ['18.000', 'de', 18000],
    ['18.000 €', 'de', 18000],
    ['1.200,5', 'de', 1200.5],
    ['2,5', 'de', 2.5],
    ['2.5', 'de', 2.5],
    ['18,000', 'en', 18000],
    ['€1,200.50', 'en', 1200.5],
    ['2.5', 'en', 2.5],
    ['18000', 'en', 18000],
    ['-3', 'de', null],
    ['1.2.3', 'de', null],
    ['viel', 'de', null],
    ['', 'de', null],
  ] as const)('%j in %s is %j', (text, language, amount) => {
    expect(parseAmount(text, language)).toBe(amount)
  })

  test('money is written and shown as the interface’s language does it', async () => {
    const { user, content, id, dialog } = await openDetails()
    const cost = within(dialog).getByRole<HTMLInputElement>('textbox', { name: /€/ })
    await user.type(cost, '18.000')
    await user.tab()
    expect(content.cards.get(id)!.get('field.cost')).toBe(18000)
    expect(cost.value).toBe('18.000')
    await user.clear(cost)
    await user.type(cost, '99x')
    expect(within(dialog).getByText(/Bitte nur eine Zahl/)).toBeTruthy()
    await act(() => changeLanguage('en'))
    act(() => setField(content, id, 'cost' as FieldId, 18000))
    await user.tab()
    await waitFor(() => expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: /€/ }).value).toBe('18,000'))
  })
})

describe('a text field', () => {
  test('is shared with the first letter, keeps what stood there and others’ words, and is undone', async () => {
    const { user, connection, content, id, dialog } = await openDetails()
    const first = 'first' as FieldId
    act(() => setField(content, id, first, 'Termin', SEED))
    const input = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: /Erster Schritt/ })
    expect(input.value).toBe('Termin')
    expect(fieldText(content, id, first)).toBeNull()
    // The card was added a moment ago: what follows is another step.
    connection.undo.step(() => undefined)
    await user.type(input, ' machen')
    act(() => writeText(fieldText(content, id, first)!, 'Bald Termin machen', SEED))
    expect(input.value).toBe('Bald Termin machen')
    await user.type(input, '!')
    expect(connection.board.getState().cards.get(id)?.fields[first]).toBe('Bald Termin machen!')
    expect(document.activeElement).toBe(input)
    act(() => void connection.undo.undo())
    await waitFor(() => expect(input.value).toMatch(/^Bald Termin[^!]*$/))
  })

  test('labels carry the board’s language, the words of the interface their own', async () => {
    const { dialog } = await openDetails()
    await act(() => changeLanguage('en'))
    expect(
      within(dialog)
        .getByText(/Erster Schritt/)
        .closest('[lang]')
        ?.getAttribute('lang'),
    ).toBe('de')
    expect(within(dialog).getByRole('heading', { level: 2 }).lang).toBe('de')
    const none = within(dialog).getAllByRole<HTMLOptionElement>('option', { name: 'not given' })
    expect(none.every((option) => option.lang === 'en')).toBe(true)
  })
})

test('a field says what belongs in it, in the words of the template', async () => {
  const board = await renderBoard({ open: ['information'] })
  const user = userEvent.setup()
  board.add('information', 'information', ['Seriennummer'])
  await user.click(await screen.findByRole('button', { name: /Seriennummer/ }))
  await user.click(await screen.findByRole('menuitem', { name: /Einzelheiten/ }))
  const dialog = await screen.findByRole('dialog')
  const input = within(dialog).getByRole('textbox', { name: 'Speichern' })
  expect(document.getElementById(input.getAttribute('aria-describedby')!)?.textContent).toBe('Wo liegt sie, wer pflegt sie?')
})

describe('comments', () => {
  test('are counted on the card, written, settled and taken back', async () => {
    const { user, connection, content, id, dialog } = await openDetails()
    await user.type(within(dialog).getByRole('textbox', { name: 'Frage oder Kommentar schreiben' }), 'Bis wann?')
    await user.click(within(dialog).getByRole('button', { name: 'Hinzufügen' }))
    expect(within(dialog).getByText('Bis wann?').lang).toBe('de')
    expect(readComments(content)).toMatchObject([{ card: id, by: 'Pme', text: 'Bis wann?', resolved: false }])
    const count = (): Element | null => document.querySelector(`[data-card="${id}"] [aria-label="1 offener Kommentar"]`)
    expect(count()?.textContent).toBe('1')
    await user.click(within(dialog).getByRole('button', { name: 'Als erledigt kennzeichnen' }))
    expect(count()).toBeNull()
    expect(within(dialog).getByText('erledigt', { ignore: 'option' })).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Kommentar entfernen' }))
    expect(readComments(content)).toEqual([])
    act(() => void connection.undo.undo())
    expect(readComments(content)).toMatchObject([{ text: 'Bis wann?', resolved: true }])
  })

  test('of others are taken away by a facilitator only', async () => {
    const { content, id, dialog } = await openDetails()
    act(() => void addComment(content, { card: id, by: bert, text: 'Wer?' }, SEED))
    expect(within(dialog).getByText('Wer?')).toBeTruthy()
    expect(within(dialog).queryByRole('button', { name: 'Kommentar entfernen' })).toBeNull()
    cleanup()
    const second = await openDetails({ role: 'facilitator' })
    act(() => void addComment(second.content, { card: second.id, by: bert, text: 'Wer?' }, SEED))
    await second.user.click(within(second.dialog).getByRole('button', { name: 'Kommentar entfernen' }))
    expect(readComments(second.content)).toEqual([])
  })

  test('stay possible while the question is locked', async () => {
    const { dialog, setView, connection } = await openDetails()
    act(() => setView({ questions: connection.frame.getState().view!.questions.map((question) => ({ ...question, locked: true })) }))
    expect(within(dialog).getByRole('textbox', { name: 'Frage oder Kommentar schreiben' })).toBeTruthy()
    expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: /Erster Schritt/ }).readOnly).toBe(true)
  })
})

test('a name that its author chose stands on the card, is taken off by anybody, and undo does not bring it back', async () => {
  const { user, content, id, dialog, connection } = await openDetails()
  act(() => setField(content, id, BY, 'Annabella', SEED))
  await waitFor(() => expect(screen.getAllByText('von Annabella')).toHaveLength(2))
  await user.click(within(dialog).getByRole('button', { name: 'Name von der Karte nehmen' }))
  expect(readCard(content, id)?.fields).toEqual({})
  expect(screen.queryByText('von Annabella')).toBeNull()
  act(() => void connection.undo.undo())
  expect(readCard(content, id)?.fields ?? {}).toEqual({})
})
