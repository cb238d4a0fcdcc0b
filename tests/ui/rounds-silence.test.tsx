// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/model/board.ts'
import type { KindId, QuestionId } from '../../src/model/ids.ts'
import { readCards } from '../../src/model/read-content.ts'
import type { Mine } from '../../src/protocol/messages.ts'
import type { View } from '../../src/protocol/view.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const everyday = 'everyday' as QuestionId
const running = { id: 'r1', questions: [everyday], kinds: [], writing: true, drafts: {}, authors: null }
const draft = (id: string, text: string) => ({ id, question: everyday, kind: 'task' as KindId, text })
const column = (): HTMLElement => screen.getByRole('region', { name: /Was muss im Alltag/ })
const said = (text: RegExp): Promise<HTMLElement> => screen.findByText(text, { selector: '[data-toasts] span' })

async function board(role: Role = 'participant') {
  const user = userEvent.setup()
  const rendered = await renderBoard({ role, open: ['everyday', 'parking'] })
  const silence = (change: Partial<NonNullable<View['rounds']['silence']>> | null): void =>
    act(() => rendered.setView({ rounds: { silence: change && { ...running, ...change }, voting: null, results: [] } }))
  const mine = (change: Partial<Mine>): void =>
    act(() => rendered.connection.frame.setState(({ mine: old }) => ({ mine: { ...old, ...change } })))
  const answer = (outcome: string): void => void Object.assign(rendered.connection, { command: async () => outcome })
  const cards = (): string[] => readCards(rendered.connection.content).map((card) => card.text)
  return { ...rendered, user, silence, mine, answer, cards }
}
const quietInput = (): Promise<HTMLTextAreaElement> => within(column()).findByRole('textbox', { name: 'Aufgabe für sich notieren' })

describe('while people write in silence', () => {
  test('Enter makes a draft and no card, nobody is told who types, and a suggestion is not offered', async () => {
    const { user, silence, commands, cards, connection } = await board()
    expect(within(column()).getByRole('button', { name: /Vorschläge/ })).toBeTruthy()
    silence({})
    await user.type(await quietInput(), 'Für mich{Enter}Und noch eins')
    expect(commands).toEqual([{ type: 'put-draft', draft: expect.any(String), question: 'everyday', kind: 'task', text: 'Für mich' }])
    expect(cards()).toEqual([])
    expect((await quietInput()).value).toBe('Und noch eins')
    expect(connection.presence.getState().byCard.size).toBe(0)
    expect(within(column()).queryByRole('button', { name: /Vorschläge/ })).toBeNull()
    expect(within(column()).getByText('Nur Sie sehen das')).toBeTruthy()
  })

  test('another question is written as ever', async () => {
    const { user, silence, commands, cards } = await board()
    silence({})
    await user.type(screen.getByRole('region', { name: /Themenspeicher/ }).querySelector('[data-composer]')!, 'Für alle{Enter}')
    expect(cards()).toEqual(['Für alle'])
    expect(commands).toEqual([])
  })

  test('one’s own drafts are changed and deleted in their list', async () => {
    const { user, silence, mine, commands } = await board()
    silence({})
    mine({ drafts: [draft('a', 'Erster'), draft('b', 'Zweiter'), { ...draft('c', 'Woanders'), question: 'parking' as QuestionId }] })
    await user.click(await within(column()).findByRole('button', { name: 'Entwurf ändern: Erster' }))
    await user.type(within(column()).getByRole('textbox', { name: /Entwurf ändern/ }), ', besser{Enter}')
    await user.click(within(column()).getByRole('button', { name: 'Entwurf löschen: Zweiter' }))
    await user.click(within(column()).getByRole('checkbox', { name: 'mit meinem Namen' }))
    expect(commands).toEqual([
      { type: 'put-draft', draft: 'a', question: 'everyday', kind: 'task', text: 'Erster, besser' },
      { type: 'drop-draft', draft: 'b' },
      { type: 'sign-drafts', named: true },
    ])
    expect(within(column()).queryByText('Woanders')).toBeNull()
  })

  test('without the connection the text stays in the input and the sentence says so', async () => {
    const { user, silence, answer } = await board()
    silence({})
    answer('offline')
    await user.type(await quietInput(), 'Wichtig{Enter}')
    await said(/Entwürfe brauchen die Verbindung/)
    expect((await quietInput()).value).toBe('Wichtig')
  })

  test('what was begun in silence does not become public by an Enter that comes too late', async () => {
    const { user, silence, cards } = await board()
    silence({})
    await user.type(await quietInput(), 'Vertraulich')
    silence(null)
    const input = within(column()).getByRole('textbox', { name: 'Aufgabe schreiben' })
    await user.type(input, '{Enter}')
    await said(/Drücken Sie noch einmal Enter/)
    expect(cards()).toEqual([])
    await user.type(input, '{Enter}')
    expect(cards()).toEqual(['Vertraulich'])
  })

  test('drafts that were never revealed stay with their author, who may put them on the board', async () => {
    const { user, mine, commands, cards } = await board()
    mine({ drafts: [draft('a', 'Von gestern')] })
    await user.click(await within(column()).findByRole('button', { name: 'Als Karte auf das Board legen: Von gestern' }))
    await waitFor(() => expect(cards()).toEqual(['Von gestern']))
    expect(commands).toEqual([{ type: 'drop-draft', draft: 'a' }])
  })

  test('one who only reads sees a number', async () => {
    const { silence } = await board('viewer')
    silence({ drafts: { everyday: 14 } })
    expect(await within(column()).findByText('14 Entwürfe')).toBeTruthy()
    expect(column().querySelector('[data-composer]')).toBeNull()
  })
})

describe('a facilitator', () => {
  test('opens it from the head of a question, or for several from the dialog', async () => {
    const { user, commands } = await board('facilitator')
    await user.click(within(column()).getByRole('button', { name: 'Menü der Frage 5' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Still schreiben lassen' }))
    await user.click(within(column()).getByRole('button', { name: 'Menü der Frage 5' }))
    await user.click(await screen.findByRole('menuitem', { name: /mit Auswahl/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Stilles Schreiben' })
    await user.click(within(dialog).getByRole('checkbox', { name: /Themenspeicher/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Stilles Schreiben beginnen' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const opening = { type: 'open-silence', round: expect.any(String), kinds: [] }
    expect(commands).toEqual([
      { ...opening, questions: ['everyday'] },
      { ...opening, questions: ['everyday', 'parking'] },
    ])
  })

  test('limits it to some kinds', async () => {
    const { user, commands } = await board('facilitator')
    await user.click(within(column()).getByRole('button', { name: 'Menü der Frage 5' }))
    await user.click(await screen.findByRole('menuitem', { name: /mit Auswahl/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Stilles Schreiben' })
    await user.click(within(dialog).getByRole('checkbox', { name: /Wer sind die relevanten Akteure/ }))
    await user.click(within(dialog).getByRole('checkbox', { name: 'Akteur' }))
    await user.click(within(dialog).getByRole('button', { name: 'Stilles Schreiben beginnen' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const [opening] = commands
    if (opening?.type !== 'open-silence') throw new Error('no round')
    expect(opening.questions).toEqual(['everyday', 'actors'])
    expect(opening.kinds).toContain('task')
    expect(opening.kinds).not.toContain('actor')
  })

  test('a folded question shows that a round runs in it, in words too', async () => {
    const { setView, silence } = await board()
    const spine = (): HTMLElement => screen.getByRole('button', { name: /Frage 1 öffnen/ })
    expect(spine().getAttribute('aria-label')).not.toMatch(/Stilles|Abstimmung/)
    silence({ questions: ['actors' as QuestionId] })
    expect(spine().getAttribute('aria-label')).toContain('Stilles Schreiben')
    expect(spine().querySelector('[data-runs=silence]')).toBeTruthy()
    const voting = { id: 'v', questions: ['actors' as QuestionId], kinds: [], budget: 5, cap: 2, voters: null }
    act(() => setView({ rounds: { silence: null, voting, results: [] } }))
    expect(spine().getAttribute('aria-label')).toContain('Abstimmung')
    expect(spine().querySelector('[data-runs=silence]')).toBeNull()
  })

  test('reveals all, or one author after another, and takes a reveal back', async () => {
    const { user, silence, commands, setView, connection } = await board('facilitator')
    silence({ drafts: { everyday: 3 } })
    const act1 = async (name: RegExp): Promise<void> => {
      await user.click(await within(column()).findByRole('button', { name: 'Aufdecken' }))
      await user.click(await screen.findByRole('menuitem', { name }))
    }
    await act1(/Eine Person nach der anderen/)
    silence({ writing: false, authors: 2, drafts: { everyday: 2 } })
    expect(within(column()).getByText(/noch 2 Personen/)).toBeTruthy()
    await act1(/Nächste Person aufdecken \(noch 2\)/)
    await act1(/Alle übrigen aufdecken/)
    silence(null)
    const { lead } = connection.frame.getState().view!
    act(() => setView({ lead: { ...lead!, rounds: { shown: {}, revealed: 3 } } }))
    await user.click(within(column()).getByRole('button', { name: 'Menü der Frage 5' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Aufdecken rückgängig (3 Karten)' }))
    expect(commands.map((body) => ('authors' in body ? body.authors : body.type))).toEqual(['one', 'one', 'all', 'undo-reveal'])
  })

  test('is told why a round cannot be opened', async () => {
    const { user, answer } = await board('facilitator')
    answer('busy')
    await user.click(within(column()).getByRole('button', { name: 'Menü der Frage 5' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Still schreiben lassen' }))
    await said(/Es läuft schon eine Runde/)
  })
})
