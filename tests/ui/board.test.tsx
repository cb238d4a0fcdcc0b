// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openContent, SEED } from '../../src/model/content.ts'
import type { RelationId } from '../../src/model/ids.ts'
import { cardText } from '../../src/model/read-content.ts'
import { addLink, binCard, moveCard, writeText } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

// What is loaded when first asked for would else take longer than the next key.
beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const column = (name: RegExp): HTMLElement => screen.getByRole('region', { name })
const texts = (region: HTMLElement): string[] =>
  within(region)
    .queryAllByRole('article')
    .map((card) => card.querySelector('p')?.textContent ?? '')

describe('writing cards', () => {
  test('Enter adds a card and the next one can be typed at once', async () => {
    const user = userEvent.setup()
    await renderBoard()
    const tasks = column(/Was muss im Alltag/)
    await user.type(
      within(tasks).getByRole('textbox', { name: 'Aufgabe schreiben' }),
      'Rückruf führen{Enter}Angebot nachfassen{Enter}  {Enter}',
    )
    expect(texts(tasks)).toEqual(['Rückruf führen', 'Angebot nachfassen'])
  })

  test('a paste that does not fit is refused with both numbers and changes nothing', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    const input = within(column(/Was muss im Alltag/)).getByRole('textbox', { name: 'Aufgabe schreiben' })
    await user.click(input)
    await user.paste('x'.repeat(5_000_001))
    expect(screen.getByText(/5\.000\.001 Zeichen, auf eine Karte passen 5\.000/)).toBeTruthy()
    expect(board.connection.content.cards.size).toBe(0)
    expect((input as HTMLTextAreaElement).value).toBe('')
  })

  test('a pasted list becomes cards, and one undo takes them back', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    await user.click(within(column(/Was muss im Alltag/)).getByRole('textbox', { name: 'Aufgabe schreiben' }))
    await user.paste('- Rückruf\n- Angebot\n\n3. Reklamation')
    await screen.findByText('3 Karten angelegt')
    expect(texts(column(/Was muss im Alltag/))).toEqual(['Rückruf', 'Angebot', 'Reklamation'])
    act(() => void board.connection.undo.undo())
    expect(texts(column(/Was muss im Alltag/))).toEqual([])
  })

  test('a card is edited in place while another person writes in the same card', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    const [id] = board.add('everyday', 'task', ['Kunden anrufen'])
    const other = openContent(new Y.Doc())
    const content = board.connection.content
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(content.doc))
    const card = await screen.findByRole('article', { name: /Kunden anrufen/ })
    card.focus()
    await user.keyboard('{Enter}')
    const editor = within(card).getByRole<HTMLTextAreaElement>('textbox', { name: 'Text der Karte' })
    await user.type(editor, ' heute')
    act(() => {
      writeText(cardText(other, id!)!, 'Alle Kunden anrufen')
      Y.applyUpdate(content.doc, Y.encodeStateAsUpdate(other.doc))
    })
    expect(editor.value).toBe('Alle Kunden anrufen heute')
    expect(editor.selectionStart).toBe('Alle Kunden anrufen heute'.length)
    await user.keyboard('{Enter}')
    expect(texts(column(/Was muss im Alltag/))).toEqual(['Alle Kunden anrufen heute'])
  })

  test('a card that is emptied goes to the bin and comes back with one press', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    board.add('everyday', 'task', ['Weg damit'])
    const card = await screen.findByRole('article', { name: /Weg damit/ })
    card.focus()
    await user.keyboard('{Delete}')
    expect(screen.queryByRole('article', { name: /Weg damit/ })).toBeNull()
    await user.click(screen.getAllByRole('button', { name: 'Rückgängig' }).at(-1)!)
    expect(await screen.findByRole('article', { name: /Weg damit/ })).toBeTruthy()
  })
})

test('the input stays open when somebody else moves the card, and says so when somebody takes it away', async () => {
  const user = userEvent.setup()
  const board = await renderBoard()
  const [id] = board.add('everyday', 'task', ['Rückruf'])
  ;(await screen.findByRole('article', { name: /Rückruf/ })).focus()
  await user.keyboard('{Enter}')
  act(() => moveCard(board.connection.content, id!, { in: 'parking', order: 'a0' as never }, SEED))
  const moved = await within(column(/Themenspeicher/)).findByRole('textbox', { name: 'Text der Karte' })
  await waitFor(() => expect(document.activeElement).toBe(moved))
  await user.keyboard(' heute')
  expect((moved as HTMLTextAreaElement).value).toBe('Rückruf heute')
  act(() => binCard(board.connection.content, id!, SEED))
  expect(await screen.findByText(/Jemand hat „Rückruf heute“ vom Board genommen/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Zurücklegen' }))
  expect(texts(column(/Themenspeicher/))).toEqual(['Rückruf heute'])
})

describe('moving without a mouse', () => {
  test('Space picks up, arrows move, Space drops, and every step is spoken', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    board.add('everyday', 'task', ['Eins', 'Zwei', 'Drei'])
    ;(await screen.findByRole('article', { name: /Eins/ })).focus()
    await user.keyboard(' {ArrowDown}{ArrowDown}')
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('Position 3 von 3'))
    expect(texts(column(/Was muss im Alltag/)), 'nothing is written before the drop').toEqual(['Eins', 'Zwei', 'Drei'])
    await user.keyboard(' ')
    expect(texts(column(/Was muss im Alltag/))).toEqual(['Zwei', 'Drei', 'Eins'])
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('abgelegt'))
  })

  test('Escape puts it back', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    board.add('everyday', 'task', ['Eins', 'Zwei'])
    ;(await screen.findByRole('article', { name: /Eins/ })).focus()
    await user.keyboard(' {ArrowDown}{Escape}')
    expect(texts(column(/Was muss im Alltag/))).toEqual(['Eins', 'Zwei'])
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('abgebrochen'))
  })

  test('across columns into a folded question, which opens', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    board.add('everyday', 'task', ['Später klären'])
    ;(await screen.findByRole('article', { name: /Später klären/ })).focus()
    await user.keyboard(' {ArrowRight} ')
    expect(texts(column(/Themenspeicher/))).toEqual(['Später klären'])
  })

  test('the menu moves and opens the link search', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    board.add('actors', 'actor', ['Kundenhotline'])
    board.add('everyday', 'task', ['Rückruf'])
    await user.click(await screen.findByRole('button', { name: 'Menü der Karte „Rückruf“' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Verknüpfen mit …' }))
    await user.type(await screen.findByRole('searchbox', { name: 'Karte suchen' }), 'hot')
    await user.click(screen.getByRole('button', { name: /Kundenhotline/ }))
    const card = await screen.findByRole('article', { name: /Rückruf/ })
    expect(within(card).getByRole('button', { name: 'Kundenhotline' })).toBeTruthy()
  })
})

describe('finding and the bin', () => {
  test('the search hides what does not fit, also in the counts of folded questions', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    board.add('everyday', 'task', ['Rückruf führen', 'Angebot nachfassen'])
    board.add('parking', 'idea', ['Rückruf später', 'Messe'])
    await screen.findByRole('article', { name: /Angebot/ })
    await user.keyboard('/')
    await user.keyboard('rückruf')
    expect(texts(column(/Was muss im Alltag/))).toEqual(['Rückruf führen'])
    expect(screen.getByRole('button', { name: /Frage P öffnen.*1 Karte/ })).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(texts(column(/Was muss im Alltag/))).toHaveLength(2)
  })

  test('a card is put back from the bin, where it lay', async () => {
    const user = userEvent.setup()
    const board = await renderBoard()
    board.add('everyday', 'task', ['Eins', 'Zwei'])
    ;(await screen.findByRole('article', { name: /Eins/ })).focus()
    await user.keyboard('{Delete}')
    await user.click(await screen.findByRole('button', { name: 'Papierkorb (1)' }))
    await user.click(await screen.findByRole('button', { name: 'Zurücklegen: Eins' }))
    await user.keyboard('{Escape}')
    expect(texts(column(/Was muss im Alltag/))).toEqual(['Eins', 'Zwei'])
  })
})

describe('links', () => {
  test('show on both ends, and the missing end is asked for', async () => {
    const board = await renderBoard()
    const [actor] = board.add('actors', 'actor', ['Kundenhotline'])
    const [task] = board.add('everyday', 'task', ['Rückruf'])
    const card = await screen.findByRole('article', { name: /Rückruf/ })
    expect(within(card).getByRole('button', { name: 'Wer übernimmt das?' })).toBeTruthy()
    act(() => addLink(board.connection.content, 'does' as RelationId, actor!, task!))
    expect(within(card).queryByRole('button', { name: 'Wer übernimmt das?' })).toBeNull()
    expect(within(card).getByRole('button', { name: 'Kundenhotline' })).toBeTruthy()
    const doers = column(/Wer übernimmt diese Aufgaben/)
    expect(within(doers).getByRole('button', { name: '1 Aufgabe' })).toBeTruthy()
  })
})

test('a link is undone like every other step, and where one is allowed a new one replaces the old', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['responsibility'] })
  board.add('actors', 'actor', ['Hotline', 'Vertrieb'])
  board.add('responsibility', 'responsibility', ['Reklamationen'])
  const chips = async (): Promise<(string | null)[]> =>
    within(await screen.findByRole('article', { name: /Reklamationen/ }))
      .getAllByRole('button')
      .map((chip) => chip.textContent)
      .filter((text) => text === 'Hotline' || text === 'Vertrieb')
  for (const name of ['Hotline', 'Vertrieb']) {
    await user.click(await screen.findByRole('button', { name: 'Menü der Karte „Reklamationen“' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Verknüpfen mit …' }))
    await user.click(await screen.findByRole('button', { name: new RegExp(`^${name}`) }))
    await waitFor(async () => expect(await chips()).toContain(name))
  }
  expect(await chips()).toEqual(['Vertrieb'])
  await user.keyboard('{Control>}z{/Control}')
  expect(await chips()).toEqual(['Hotline'])
  await user.keyboard('{Control>}z{/Control}')
  expect(await chips()).toEqual([])
})

describe('rights', () => {
  test('a viewer has no inputs and no way to change a card', async () => {
    const board = await renderBoard({ role: 'viewer' })
    board.add('everyday', 'task', ['Nur lesen'])
    await screen.findByRole('article', { name: /Nur lesen/ })
    expect(within(column(/Was muss im Alltag/)).queryByRole('textbox', { name: 'Aufgabe schreiben' })).toBeNull()
    fireEvent.doubleClick(screen.getByRole('article', { name: /Nur lesen/ }))
    expect(screen.queryByRole('textbox', { name: 'Text der Karte' })).toBeNull()
  })

  test('a locked question says so and takes nothing from a participant', async () => {
    const board = await renderBoard()
    act(() => {
      const view = board.connection.frame.getState().view!
      board.setView({ questions: view.questions.map((question) => ({ ...question, locked: question.id === 'everyday' })) })
    })
    const tasks = column(/Was muss im Alltag/)
    expect(within(tasks).getByText('Gesperrt')).toBeTruthy()
    expect(within(tasks).queryByRole('textbox', { name: 'Aufgabe schreiben' })).toBeNull()
  })
})

describe('the accordion', () => {
  test('spines open and close, and this device remembers', async () => {
    const user = userEvent.setup()
    await renderBoard()
    await user.click(screen.getByRole('button', { name: /Frage 1 öffnen/ }))
    expect(column(/Wer sind die relevanten Akteure/)).toBeTruthy()
    expect(localStorage.getItem('auftakt.open.Btestboardtestboard123')).toContain('actors')
    const close = screen.getByRole('button', { name: 'Frage 1 schließen' })
    await waitFor(() => expect(document.activeElement).toBe(close))
    await user.click(close)
    expect(screen.getByRole('button', { name: /Frage 1 öffnen/ })).toBeTruthy()
  })

  test('suggestions become cards, one or all', async () => {
    const user = userEvent.setup()
    await renderBoard({ open: ['actors'] })
    const actors = column(/Wer sind die relevanten Akteure/)
    await user.click(within(actors).getByRole('button', { name: '„Kundenhotline“ übernehmen' }))
    await user.click(within(actors).getByRole('button', { name: 'Alle übernehmen' }))
    expect(new Set(texts(actors)).size).toBe(11)
  })

  test('everything is there in English too', async () => {
    await renderBoard({ language: 'en' })
    expect(column(/What exactly has to be done every day/)).toBeTruthy()
    expect(screen.getAllByRole('textbox', { name: 'Our answer' }).length).toBeGreaterThan(0)
  })
})
