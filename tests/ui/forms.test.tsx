// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CardId, FieldId, RelationId } from '../../src/model/ids.ts'
import { addLink, setField } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

type Board = Awaited<ReturnType<typeof renderBoard>>
const article = (text: string): Promise<HTMLElement> => screen.findByRole('article', { name: new RegExp(`: ${text}$`) })
const lane = (title: string): HTMLElement => screen.getByRole('list', { name: title })
const texts = (list: HTMLElement): (string | null | undefined)[] =>
  within(list)
    .queryAllByRole('article')
    .map((card) => card.querySelector('p')?.textContent)
const field = (board: Board, id: CardId | undefined, name: string): unknown =>
  board.connection.board.getState().cards.get(id ?? '')?.fields[name as FieldId]
const links = (board: Board): string[] => [...board.connection.board.getState().links.keys()]
const cardCalled = (board: Board, text: string) => [...board.connection.board.getState().cards.values()].find((card) => card.text === text)

describe('collect', () => {
  test('a task says when and when it is done, written in place', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['everyday'] })
    const [id] = board.add('everyday', 'task', ['Rückruf'])
    const card = await article('Rückruf')
    await user.click(await within(card).findByRole('button', { name: /^Wenn/ }))
    await user.type(within(card).getByRole('textbox', { name: 'Wenn' }), 'jemand anruft{Enter}')
    const fact = within(card).getByRole('button', { name: 'Wenn jemand anruft' })
    expect(document.activeElement).toBe(fact)
    expect(field(board, id, 'trigger')).toBe('jemand anruft')
  })

  test('a question that knows how its sentences begin offers the beginning, and a beginning alone is no card', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['feelings'] })
    await user.click(screen.getByRole('button', { name: 'Satzanfang „Ich fühle mich …, wenn“ übernehmen' }))
    const input = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Erfolgsgefühl schreiben' })
    expect(input.value).toBe('Ich fühle mich …, wenn ')
    await waitFor(() => expect(document.activeElement).toBe(input))
    await user.keyboard('{Enter}')
    expect(board.connection.board.getState().cards.size).toBe(0)
    await user.keyboard('{Control>}{End}{/Control}es schnell geht{Enter}')
    expect(await screen.findByRole('article', { name: /Erfolgsgefühl: Ich fühle mich/ })).toBeTruthy()
  })

  test('contact is one press, its reason is asked for, and another press changes it', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['actors'] })
    const [id] = board.add('actors', 'actor', ['Buchhaltung'])
    const card = await article('Buchhaltung')
    expect(within(card).queryByRole('button', { name: /Warum kein Kontakt/ })).toBeNull()
    await user.click(await within(card).findByRole('button', { name: 'kein Kontakt, weil …' }))
    expect(field(board, id, 'contact')).toBe('none')
    expect(within(card).getByRole('button', { name: /Warum kein Kontakt/ })).toBeTruthy()
    await user.click(within(card).getByRole('button', { name: 'Kontakt zu Kunden: kein Kontakt, weil …. Ändern' }))
    await user.click(within(card).getByRole('button', { name: 'könnte Kontakt haben' }))
    expect(field(board, id, 'contact')).toBe('possible')
    expect(within(card).queryByRole('button', { name: /Warum kein Kontakt/ })).toBeNull()
  })

  test('touchpoints lie under their areas; one written there belongs to it, and one undo takes it back', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['merge'] })
    const [hotline] = board.add('actors', 'actor', ['Hotline'])
    board.add('merge', 'touchpoint', ['Messe'])
    await user.click(await screen.findByRole('button', { name: 'Kontaktpunkt für „Hotline“' }))
    await user.keyboard('Anruf{Enter}')
    expect(texts(lane('Hotline'))).toEqual(['Anruf'])
    expect(texts(lane('Noch nicht zugeordnet'))).toEqual(['Messe'])
    const made = cardCalled(board, 'Anruf')
    expect(links(board)).toEqual([`contact:${hotline}:${made?.id}`])
    act(() => void board.connection.undo.undo())
    expect(links(board)).toEqual([])
    expect(texts(lane('Hotline'))).toEqual([])
  })
})

describe('sort', () => {
  const withTasks = async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['locus'] })
    const ids = board.add('everyday', 'task', ['Eins', 'Zwei'])
    await article('Eins')
    return { user, board, ids }
  }

  test('cards that are in no lane come first, and every lane says how many it has', async () => {
    const { board, ids } = await withTasks()
    expect(texts(lane('Noch nicht zugeordnet'))).toEqual(['Eins', 'Zwei'])
    act(() => setField(board.connection.content, ids[1]!, 'locus' as FieldId, 'central'))
    expect(texts(lane('Noch nicht zugeordnet'))).toEqual(['Eins'])
    expect(texts(lane('zentral'))).toEqual(['Zwei'])
    expect(lane('zentral').closest('[data-lane]')?.querySelector('h3 + span')?.textContent).toBe('1')
  })

  test('the menu puts a card into a lane, and the reason is asked there', async () => {
    const { user, board, ids } = await withTasks()
    await user.click(screen.getByRole('button', { name: 'Menü der Karte „Eins“' }))
    await user.click(await screen.findByRole('menuitem', { name: 'In „dezentral“ legen' }))
    expect(field(board, ids[0], 'locus')).toBe('local')
    expect(await within(await article('Eins')).findByRole('button', { name: /Warum dezentral/ })).toBeTruthy()
    act(() => void board.connection.undo.undo())
    expect(field(board, ids[0], 'locus')).toBeUndefined()
  })

  test('the keyboard carries a card from lane to lane', async () => {
    const { user, board, ids } = await withTasks()
    ;(await article('Zwei')).focus()
    await user.keyboard(' ')
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('aufgenommen'))
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(screen.getByTestId('announcer').textContent).toContain('zentral'))
    await user.keyboard(' ')
    expect(field(board, ids[1], 'locus')).toBe('central')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Aufgabe: Zwei'))
    expect(board.connection.board.getState().cards.get(ids[1]!)?.place.in).toBe('everyday')
  })

  test('one press on the card is enough', async () => {
    const { user, board, ids } = await withTasks()
    const options = within(await article('Eins')).getByRole('group', { name: 'Zentral oder dezentral' })
    await user.click(within(options).getByRole('button', { name: 'zentral' }))
    expect(field(board, ids[0], 'locus')).toBe('central')
  })

  test('a card of the column is carried past another one within its lane', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['information'] })
    const ids = board.add('information', 'information', ['A', 'B', 'C'])
    act(() => {
      for (const id of [ids[0]!, ids[2]!]) setField(board.connection.content, id, 'subject' as FieldId, 'customers')
    })
    expect(texts(lane('unsere Kunden'))).toEqual(['A', 'C'])
    ;(await article('C')).focus()
    await user.keyboard(' {ArrowUp} ')
    await waitFor(() => expect(texts(lane('unsere Kunden'))).toEqual(['C', 'A']))
    await user.click(screen.getByRole('button', { name: 'Menü der Karte „C“' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Nach unten' }))
    expect(texts(lane('unsere Kunden'))).toEqual(['A', 'C'])
  })
})

test('grid: holes are visible, the arrow keys walk through the cells, and a cell is filled in place', async () => {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['lifecycle'] })
  const ids = board.add('information', 'information', ['Adressen', 'Preise'])
  const first = await article('Adressen')
  const cells = await within(first).findAllByRole('button', { name: /^(Erheben|Speichern|Auswerten|Nutzen) fehlt/ })
  expect(cells).toHaveLength(4)
  cells[0]!.focus()
  await user.keyboard('{ArrowRight}{ArrowDown}')
  const second = await article('Preise')
  expect(document.activeElement).toBe(within(second).getByRole('button', { name: /^Speichern/ }))
  await user.keyboard('{Enter}im ERP{Enter}')
  expect(field(board, ids[1], 'store')).toBe('im ERP')
  expect(document.activeElement).toBe(within(second).getByRole('button', { name: 'Speichern im ERP' }))
  await user.keyboard('{ArrowUp}{Home}')
  expect(document.activeElement).toBe(within(first).getByRole('button', { name: /^Erheben/ }))
})

describe('assign', () => {
  test('every task without a doer waits in the question, and a choice from the list gives it one', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['doers'] })
    const [hotline] = board.add('actors', 'actor', ['Hotline'])
    const [task] = board.add('everyday', 'task', ['Rückruf'])
    await user.click(await screen.findByRole('button', { name: 'Wer übernimmt das? 1' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wer übernimmt das? Rückruf' }), 'Hotline')
    expect(links(board)).toEqual([`does:${hotline}:${task}`])
    expect(screen.queryByRole('combobox', { name: 'Wer übernimmt das? Rückruf' })).toBeNull()
  })

  test('a responsibility has one holder: two at once are shown as a contradiction, and one press settles it', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['responsibility'] })
    const [hotline, sales] = board.add('actors', 'actor', ['Hotline', 'Vertrieb'])
    const [duty] = board.add('responsibility', 'responsibility', ['Reklamationen'])
    const card = await article('Reklamationen')
    await user.selectOptions(await within(card).findByRole('combobox', { name: 'Wer trägt sie? Reklamationen' }), 'Hotline')
    expect(links(board)).toEqual([`answers:${hotline}:${duty}`])
    act(() => addLink(board.connection.content, 'answers' as RelationId, sales!, duty!))
    expect(within(card).getByText('2 sind benannt, genau eine Angabe ist gemeint.')).toBeTruthy()
    await user.click(within(card).getByRole('button', { name: 'Nur „Vertrieb“ behalten' }))
    expect(links(board)).toEqual([`answers:${sales}:${duty}`])
  })
})

describe('chain', () => {
  const withCase = async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['cases'] })
    const [id] = board.add('cases', 'case', ['Ticket vergessen'])
    board.add(id!, 'station', ['Schalter', 'Service', 'Post'])
    const chain = await screen.findByRole('list', { name: 'Ticket vergessen' })
    return { user, board, chain, id }
  }

  test('stations are in order, are added in place, and move by keyboard and by menu', async () => {
    const { user, chain } = await withCase()
    expect(texts(chain)).toEqual(['Schalter', 'Service', 'Post'])
    await user.type(screen.getByRole('textbox', { name: 'Station schreiben' }), 'Kunde{Enter}')
    expect(texts(chain)).toEqual(['Schalter', 'Service', 'Post', 'Kunde'])
    ;(await article('Post')).focus()
    await user.keyboard(' {ArrowUp}{ArrowUp} ')
    await waitFor(() => expect(texts(chain)).toEqual(['Post', 'Schalter', 'Service', 'Kunde']))
    await user.click(screen.getByRole('button', { name: 'Menü der Karte „Kunde“' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Nach oben' }))
    expect(texts(chain)).toEqual(['Post', 'Schalter', 'Kunde', 'Service'])
  })

  test('the question about the chain shows it at an example, above the actors', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['actors'] })
    const ids = board.add('cases', 'case', ['Fall eins', 'Fall zwei'])
    board.add(ids[1]!, 'station', ['Zentrale'])
    board.add('actors', 'actor', ['Hotline'])
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Die Kette an einem Beispiel' }), 'Fall zwei')
    expect(texts(screen.getByRole('list', { name: 'Fall zwei' }))).toEqual(['Zentrale'])
    expect(await article('Hotline')).toBeTruthy()
  })

  test('an offered case comes whole and goes whole', async () => {
    const user = userEvent.setup()
    const board = await renderBoard({ open: ['cases'] })
    await user.click(screen.getByRole('button', { name: /^„Deutsche Bahn.*“ übernehmen$/ }))
    const made = [...board.connection.board.getState().cards.values()]
    expect(made.map((card) => card.kind)).toEqual(['case', 'station', 'station'])
    expect(made[0]?.fields['trigger' as FieldId]).toBe('Ein Kunde vergisst seine Reservierungstickets am Schalter')
    act(() => void board.connection.undo.undo())
    expect([...board.connection.board.getState().cards.values()].every((card) => card.place.in === 'bin')).toBe(true)
    act(() => void board.connection.undo.redo())
    expect(texts(await screen.findByRole('list', { name: /^Deutsche Bahn/ }))).toEqual(['Schalter', 'Servicemitarbeiterin'])
  })
})
