import { createStore, type StoreApi } from 'zustand/vanilla'
import { newCommandId } from '../model/ids.ts'
import { hearServer, type ServerClock } from '../model/server-clock.ts'
import type { CommandBody } from '../protocol/commands.ts'
import { mineSchema, NOTHING_MINE, resultSchema, type Mine, type Refusal } from '../protocol/messages.ts'
import { viewChangeSchema, viewSchema, type View, type ViewChange } from '../protocol/view.ts'

/** `clock` tells the server's time: `serverNow(clock, performance.now())`. */
export type FrameStore = StoreApi<{ readonly view: View | null; readonly clock: ServerClock | null; readonly mine: Mine }>
/** `offline`: the command was not sent, nothing changed. */
export type CommandOutcome = 'done' | 'offline' | Refusal

const ANSWER_WITHIN_MS = 10_000

/** The frame as this person may see it, what only this person has, and the way to change it. */
export function createFrameStore(
  send: (command: unknown) => boolean,
  readKept: () => View | null = () => null,
): {
  store: FrameStore
  command: (body: CommandBody) => Promise<CommandOutcome>
  receiveView: (value: unknown) => void
  receiveMine: (value: unknown) => void
  receiveChange: (value: unknown) => void
  receiveResult: (value: unknown) => void
  disconnected: () => void
  /** Without the server the board stands as it was when it was here last. */
  recall: () => void
} {
  const store: FrameStore = createStore(() => ({ view: null, clock: null, mine: NOTHING_MINE }))
  const waiting = new Map<string, (outcome: CommandOutcome) => void>()
  let isRecalled = false
  const settle = (id: string, outcome: CommandOutcome): void => {
    waiting.get(id)?.(outcome)
    waiting.delete(id)
  }
  const take = (next: View, { rev, now }: ViewChange): void => {
    const { view, clock } = store.getState()
    // What is only remembered gives way to whatever the server says.
    if (!isRecalled && rev < (view?.rev ?? 0)) return
    isRecalled = false
    store.setState({ view: next, clock: hearServer(clock, { serverAt: now, heardAt: performance.now() }) })
  }
  return {
    store,
    command: (body) => {
      const id = newCommandId()
      return new Promise((resolve) => {
        if (!send({ ...body, id })) {
          resolve('offline')
          return
        }
        const timer = setTimeout(() => settle(id, 'offline'), ANSWER_WITHIN_MS)
        waiting.set(id, (outcome) => {
          clearTimeout(timer)
          resolve(outcome)
        })
      })
    },
    receiveView: (value) => {
      const parsed = viewSchema.safeParse(value)
      if (parsed.success) take(parsed.data, parsed.data)
    },
    receiveChange: (value) => {
      const parsed = viewChangeSchema.safeParse(value)
      const { view } = store.getState()
      if (parsed.success && view && !isRecalled) take({ ...view, ...present(parsed.data) }, parsed.data)
    },
    receiveMine: (value) => {
      const parsed = mineSchema.safeParse(value)
      if (parsed.success) store.setState({ mine: parsed.data })
    },
    receiveResult: (value) => {
      const parsed = resultSchema.safeParse(value)
      if (parsed.success) settle(parsed.data.id, parsed.data.refused ?? 'done')
    },
    disconnected: () => {
      for (const id of waiting.keys()) settle(id, 'offline')
    },
    recall: () => {
      if (store.getState().view) return
      const view = readKept()
      isRecalled = view !== null
      store.setState({ view })
    },
  }
}

/** Without the keys that a change does not speak of. */
function present(change: ViewChange): Partial<View> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}
