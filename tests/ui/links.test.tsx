// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CardId, RelationId } from '../../src/model/ids.ts'
import type { OrderKey } from '../../src/model/order.ts'
import { addCards, addLink } from '../../src/model/write-content.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { kickoff } from '../helpers/kickoff.ts'
import { renderBoard } from '../helpers/render-board.tsx'

beforeAll(() => loadParts(null), 60_000)
afterEach(cleanup)

const article = (text: string): Promise<HTMLElement> => screen.findByRole('article', { name: new RegExp(`: ${text}$`) })
const focusIsOn = (find: () => HTMLElement): Promise<void> => waitFor(() => expect(document.activeElement).toBe(find()))

async function withLinks() {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday'] })
  const [task, other] = board.add('everyday', 'task', ['Rückruf', 'Angebot'])
  const [hotline, sales] = board.add('actors', 'actor', ['Hotline', 'Vertrieb'])
  const link = (relation: string, from: CardId, to: CardId): void =>
    act(() => addLink(board.connection.content, relation as RelationId, from, to))
  link('does', hotline!, task!)
  link('does', sales!, task!)
  const links = (): string[] => [...board.connection.board.getState().links.keys()]
  return { user, board, task: task!, other: other!, hotline: hotline!, sales: sales!, link, links }
}

describe('a chip', () => {
  test('is taken away by Delete, and the focus goes to the next one, then to the card', async () => {
    const { user, links, sales, task } = await withLinks()
    const card = await article('Rückruf')
    within(card).getByRole('button', { name: 'Hotline' }).focus()
    await user.keyboard('{Delete}')
    expect(links()).toEqual([`does:${sales}:${task}`])
    await focusIsOn(() => within(card).getByRole('button', { name: 'Vertrieb' }))
    await user.keyboard('{Delete}')
    expect(links()).toEqual([])
    await focusIsOn(() => card)
  })

  test('is taken away by its cross, and from the menu of the card', async () => {
    const { user, links, sales, task } = await withLinks()
    const card = await article('Rückruf')
    await user.click(within(card).getByRole('button', { name: 'Verknüpfung mit „Hotline“ lösen' }))
    expect(links()).toEqual([`does:${sales}:${task}`])
    card.focus()
    await user.keyboard('m')
    ;(await screen.findByRole('menuitem', { name: 'Verknüpfung lösen' })).focus()
    await user.keyboard('{ArrowRight}')
    ;(await screen.findByRole('menuitem', { name: 'Übernimmt: Vertrieb' })).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(links()).toEqual([]))
  })

  test('shows the other card, in a folded question too', async () => {
    const { user } = await withLinks()
    await user.click(within(await article('Rückruf')).getByRole('button', { name: 'Vertrieb' }))
    const column = await screen.findByRole('region', { name: /Wer sind die relevanten Akteure/ })
    const other = await within(column).findByRole('article', { name: /Vertrieb/ })
    await focusIsOn(() => other)
    expect(other.dataset['shown']).toBe('true')
  })

  test('of a contradiction says so and lets one choose', async () => {
    const { user, board, hotline, sales, link, links } = await withLinks()
    const [quality] = board.add('everyday', 'responsibility', ['Qualität'])
    link('answers', hotline, quality!)
    link('answers', sales, quality!)
    await user.click(within(await article('Qualität')).getByRole('button', { name: 'Hotline, mehrere genannt' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Vertrieb' }))
    expect(links().filter((id) => id.startsWith('answers'))).toEqual([`answers:${sales}:${quality}`])
    act(() => void board.connection.undo.undo())
    expect(links().filter((id) => id.startsWith('answers'))).toHaveLength(2)
  })
})

describe('link with …', () => {
  test.each(kickoff.relations.flatMap((relation) => (['sources', 'targets'] as const).map((end) => ({ relation, end, id: relation.id }))))(
    '$id is offered from the side that looks for its $end',
    async ({ relation, end }) => {
      const user = userEvent.setup()
      const board = await renderBoard({ open: ['everyday'] })
      const [own, far] = end === 'sources' ? [relation.to[0]!, relation.from[0]!] : [relation.from[0]!, relation.to[0]!]
      const [card] = board.add('everyday', own, ['Diese'])
      const [other] = board.add('actors', far, ['Jene'])
      ;(await article('Diese')).focus()
      await user.keyboard('l')
      const dialog = await screen.findByRole('dialog')
      await user.type(within(dialog).getByRole('searchbox'), 'jene')
      const words = (end === 'sources' ? relation.labelTo : relation.labelFrom).de
      await user.click(within(dialog).getByRole('button', { name: new RegExp(`^Jene ?${words.replace('?', '\\?')}$`) }))
      const link = end === 'sources' ? `${relation.id}:${other}:${card}` : `${relation.id}:${card}:${other}`
      expect([...board.connection.board.getState().links.keys()]).toEqual([link])
    },
  )

  test('several at once are one step of undo', async () => {
    const { user, board, other, links, hotline, sales } = await withLinks()
    const before = links()
    await user.click(within(await article('Angebot')).getByRole('button', { name: 'Wer übernimmt das?' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('checkbox', { name: 'Mehrere auswählen' }))
    for (const name of [/^Hotline/, /^Vertrieb/]) await user.click(within(dialog).getByRole('checkbox', { name }))
    await user.click(within(dialog).getByRole('button', { name: '2 Karten verknüpfen' }))
    expect(links().filter((id) => !before.includes(id))).toEqual([`does:${hotline}:${other}`, `does:${sales}:${other}`])
    act(() => void board.connection.undo.undo())
    expect(links()).toEqual(before)
  })
})

describe('while a card is held', () => {
  const rules = (): string => document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n')

  test('what can take it is lit with the words of what would happen, and nothing afterwards', async () => {
    const { board, task, hotline } = await withLinks()
    board.add('everyday', 'standard', ['Binnen 4 Stunden'])
    const held = await article('Rückruf')
    fireEvent.mouseDown(held, { button: 0, clientX: 10, clientY: 10 })
    fireEvent.mouseMove(document, { clientX: 40, clientY: 40 })
    await waitFor(() => expect(document.body.dataset['dragging']).toBe('true'))
    expect(rules()).toMatch(/data-kind="standard"\]:not\(:hover\) > article::after \{[^}]*"gilt hier"/)
    expect(rules()).not.toMatch(/data-kind="task"\] > article/)
    expect(rules(), 'linked already').toMatch(
      new RegExp(`data-card="${hotline}"\\]\\S* > article:not\\(\\[data-holds\\]\\) \\{[^}]*opacity: 0.5`),
    )
    expect(rules()).toMatch(/section\[data-column="everyday"\]::after \{[^}]*"hier ablegen"/)
    expect(rules()).not.toMatch(/data-column="standards"/)
    expect(held.closest('li')?.dataset).toMatchObject({ kind: 'task', card: task })
    fireEvent.mouseUp(document, { clientX: 40, clientY: 40 })
    await waitFor(() => expect(document.body.dataset['dragging']).toBeUndefined())
    expect(rules()).toBe('')
  })

  test('a column lights up for a station when a chain lies in it that can take it', async () => {
    const board = await renderBoard({ open: ['cases'] })
    const container = kickoff.questions.find((question) => question.id === 'cases')!
    const [chain] = board.add(container.id, container.container!, ['Auto bleibt stehen'])
    act(() => {
      addCards(board.connection.content, [{ kind: container.station!, text: 'Hotline', in: chain!, order: 'a0' as OrderKey }])
    })
    const held = await article('Hotline')
    fireEvent.mouseDown(held, { button: 0, clientX: 10, clientY: 10 })
    fireEvent.mouseMove(document, { clientX: 40, clientY: 40 })
    await waitFor(() => expect(document.body.dataset['dragging']).toBe('true'))
    expect(rules()).toMatch(new RegExp(`section\\[data-column="${container.id}"\\]::after \\{[^}]*"hier ablegen"`))
    expect(rules()).toContain(`[data-chain="${chain}"]`)
    expect(rules(), 'no chain lies here').not.toContain('data-column="actors"')
    fireEvent.mouseUp(document, { clientX: 40, clientY: 40 })
    await waitFor(() => expect(rules()).toBe(''))
  })

  test('by keyboard too; L goes on to linking', async () => {
    const { user } = await withLinks()
    ;(await article('Angebot')).focus()
    await user.keyboard(' ')
    expect(rules()).toMatch(/data-kind="actor"\]:not\(:hover\) > article::after \{[^}]*"übernimmt diese Aufgabe"/)
    await user.keyboard('l')
    expect(rules()).toBe('')
    await screen.findByRole('dialog', { name: 'Verknüpfen mit „Angebot“' })
  })
})

test('the last card of a place without a question leaves, and the focus does not', async () => {
  const { user, board } = await withLinks()
  board.add('Qgone', 'task', ['Verirrt'])
  ;(await article('Verirrt')).focus()
  await user.keyboard('{Delete}')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Ohne Frage' })).toBeNull())
  await waitFor(() => expect(document.activeElement?.closest('[data-column]')).toBeTruthy())
})
