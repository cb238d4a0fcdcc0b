// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeLanguage, startTexts } from '../../src/i18n/i18n.ts'
import { derivePaper, type Paper } from '../../src/insight/papers.ts'
import { PaperChoice } from '../../src/ui/dialogs/paper-choice.tsx'
import { boardOf, kickoff, touchpoint } from '../insight/boards.ts'

const form = kickoff.papers!.find(({ id }) => id === 'conversation')!
const paperOf = (names: readonly string[]): Paper =>
  derivePaper(boardOf(names.map((text, at) => ({ ...touchpoint(`p${at}`), text }))), form, { date: '2026-11-23' })
const namesOf = (paper: Paper | undefined): unknown => paper?.sheets.map((sheet) => sheet.name)

beforeEach(async () => {
  await startTexts('de')
  await changeLanguage('de')
})
afterEach(cleanup)

describe('choosing the sheets of a paper', () => {
  test('all that the board has are wanted, an empty one on request', async () => {
    const user = userEvent.setup()
    const onMake = vi.fn<(paper: Paper) => void>()
    render(<PaperChoice paper={paperOf(['Telefon', 'Messe', 'Besuch'])} step="idle" onMake={onMake} onCancel={vi.fn()} />)
    expect(screen.getByText('3 Blätter, A4')).toBeTruthy()
    await user.click(screen.getByText('Blätter auswählen'))
    await user.click(screen.getByRole('checkbox', { name: 'Messe' }))
    await user.click(screen.getByRole('checkbox', { name: 'Leeres Blatt' }))
    await user.click(screen.getByRole('button', { name: 'PDF erstellen: Gesprächsnotiz' }))
    expect(namesOf(onMake.mock.calls[0]?.[0])).toEqual(['Telefon', 'Besuch', null])
  })

  test('none of them makes no paper and says what to do', async () => {
    const user = userEvent.setup()
    render(<PaperChoice paper={paperOf(['Telefon', 'Messe'])} step="idle" onMake={vi.fn()} onCancel={vi.fn()} />)
    await user.click(screen.getByText('Blätter auswählen'))
    await user.click(screen.getByRole('button', { name: 'Keines' }))
    expect(screen.getByRole('status').textContent).toBe('Wählen Sie mindestens ein Blatt.')
    const make = screen.getByRole<HTMLButtonElement>('button', { name: 'PDF erstellen: Gesprächsnotiz' })
    expect(make.disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Alle' }))
    expect(make.disabled).toBe(false)
    expect(screen.getByText('2 Blätter, A4')).toBeTruthy()
  })

  test('what comes to the board meanwhile is wanted too', async () => {
    const user = userEvent.setup()
    const onMake = vi.fn<(paper: Paper) => void>()
    const choice = (names: readonly string[]): ReturnType<typeof PaperChoice> => (
      <PaperChoice paper={paperOf(names)} step="idle" onMake={onMake} onCancel={vi.fn()} />
    )
    const view = render(choice(['Telefon', 'Messe']))
    await user.click(screen.getByText('Blätter auswählen'))
    await user.click(screen.getByRole('checkbox', { name: 'Telefon' }))
    view.rerender(choice(['Telefon', 'Messe', 'Besuch']))
    await user.click(screen.getByRole('button', { name: 'PDF erstellen: Gesprächsnotiz' }))
    expect(namesOf(onMake.mock.calls[0]?.[0])).toEqual(['Messe', 'Besuch'])
  })

  test('an empty board: one empty sheet, and the reason', async () => {
    const user = userEvent.setup()
    const onMake = vi.fn<(paper: Paper) => void>()
    render(<PaperChoice paper={paperOf([])} step="idle" onMake={onMake} onCancel={vi.fn()} />)
    expect(screen.getByText(/Auf dem Board steht dafür noch nichts/)).toBeTruthy()
    expect(screen.queryByText('Blätter auswählen')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'PDF erstellen: Gesprächsnotiz' }))
    expect(namesOf(onMake.mock.calls[0]?.[0])).toEqual([null])
  })

  test('while it is made it can be cancelled', async () => {
    const user = userEvent.setup()
    const onCancel = vi.fn()
    render(<PaperChoice paper={paperOf([])} step="making" onMake={vi.fn()} onCancel={onCancel} />)
    expect(screen.getByRole('progressbar', { name: '„Gesprächsnotiz“ wird erstellt' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Abbrechen' }))
    expect(onCancel).toHaveBeenCalledOnce()
  })
})
