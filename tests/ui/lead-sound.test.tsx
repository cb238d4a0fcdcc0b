// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startTimer } from '../../src/model/timer.ts'
import { loadParts } from '../../src/ui/board/lazy-parts.ts'
import { sound } from '../../src/ui/lead/sound.ts'
import { threeSteps } from '../helpers/agenda.ts'
import { renderBoard } from '../helpers/render-board.tsx'

const START = Date.parse('2027-03-01T09:00:00Z')
/** Each tone that the device would have played, by its pitch. */
const played: number[] = []

beforeAll(() => loadParts(null), 60_000)
beforeEach(() => {
  played.length = 0
  sound.setState({ isOn: false })
  class Node {
    connect(next: Node): Node {
      return next
    }
  }
  vi.stubGlobal(
    'AudioContext',
    class {
      readonly currentTime = 0
      readonly destination = new Node()
      async resume(): Promise<void> {}
    },
  )
  vi.stubGlobal(
    'OscillatorNode',
    class extends Node {
      readonly #frequency: number
      constructor(_: unknown, { frequency }: { frequency: number }) {
        super()
        this.#frequency = frequency
      }
      start(): void {
        played.push(this.#frequency)
      }
      stop(): void {}
    },
  )
  vi.stubGlobal(
    'GainNode',
    class extends Node {
      readonly gain = { setTargetAtTime: () => undefined }
    },
  )
  vi.useFakeTimers({
    shouldAdvanceTime: true,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function untilZero(): Promise<Awaited<ReturnType<typeof renderBoard>>> {
  const board = await renderBoard()
  const heardAt = performance.now()
  act(() => {
    board.connection.frame.setState({ clock: { serverAt: START, heardAt } })
    board.setView({ agenda: threeSteps(1, START), timer: startTimer(1, START) })
  })
  await screen.findByRole('timer')
  return board
}
const pass = (ms: number): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(ms))

test('nothing rings unless somebody has asked for it', async () => {
  await untilZero()
  await pass(65_000)
  expect(screen.getByRole('timer').textContent).toBe('00:00')
  expect(played).toEqual([])
})

test('who switches the sound on hears it at once, and once at the end of the time; this device remembers it', async () => {
  await untilZero()
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) })
  await user.click(screen.getByRole('button', { name: 'Mehr zum Ablauf' }))
  const entry = await screen.findByRole('menuitemcheckbox')
  expect(entry.getAttribute('aria-checked')).toBe('false')
  await user.click(entry)
  expect(played).toEqual([660, 880])
  expect(localStorage.getItem('auftakt.sound')).toBe('true')
  await pass(30_000)
  expect(played).toHaveLength(2)
  await pass(40_000)
  expect(played).toEqual([660, 880, 660, 880])
  await pass(60_000)
  expect(played).toHaveLength(4)
})
