import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderBoard } from './render-board.tsx'

const column = (name: RegExp): HTMLElement => screen.getByRole('region', { name })
export const tasks = (): HTMLElement => column(/Was muss im Alltag/)
export const parking = (): HTMLElement => column(/Themenspeicher/)
export const names = (list: HTMLElement): string[] =>
  [...list.children].flatMap((item) => item.querySelector(':scope > article > p')?.textContent ?? [])
export const listOf = (region: HTMLElement): string[] => names(region.querySelector<HTMLElement>('[data-list]')!)
export const card = (text: string): HTMLElement => screen.getByRole('article', { name: new RegExp(`: ${text}(, ausgewählt)?$`) })
export const bar = (): HTMLElement => screen.getByRole('toolbar', { name: 'Ausgewählte Karten' })
export const press = (name: string): void => {
  fireEvent.click(within(bar()).getByRole('button', { name }))
}
export const said = (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text, { selector: '[data-toasts] span' })

export async function withTasks(...texts: string[]) {
  const user = userEvent.setup()
  const board = await renderBoard({ open: ['everyday', 'parking', 'actors'] })
  const ids = board.add('everyday', 'task', texts)
  await screen.findByRole('article', { name: new RegExp(`: ${texts.at(-1)}$`) })
  /** By Ctrl and click. */
  const tick = async (...some: string[]): Promise<void> => {
    for (const text of some) fireEvent.click(card(text), { ctrlKey: true })
    await screen.findByRole('toolbar')
  }
  const stack = async (...some: string[]): Promise<HTMLElement> => {
    await tick(...some)
    press('Stapeln')
    return screen.findByRole('textbox', { name: 'Text der Karte' })
  }
  const undo = async (): Promise<void> => act(() => void board.connection.undo.undo())
  return { user, board, ids, tick, stack, undo }
}
