import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { LOCAL, type Content } from '../model/content.ts'

type UndoStore = StoreApi<{ readonly canUndo: boolean; readonly canRedo: boolean }>

/** `overtaken`: somebody else has changed what the step was about; it is passed over and nothing else is touched. */
export type UndoOutcome = 'done' | 'nothing' | 'overtaken'

/** Undo of this person's own edits: what others did stays. */
export interface Undo {
  readonly store: UndoStore
  readonly undo: () => UndoOutcome
  readonly redo: () => UndoOutcome
  /** Runs one step that is undone by itself, apart from typing before and after it. */
  readonly step: <T>(act: () => T) => T
  /** Everything between `begin` and `end` is undone as one step, however long it takes. */
  readonly begin: () => void
  readonly end: () => void
  readonly close: () => void
}

const TYPING_PAUSE_MS = 600

export function createUndo(content: Content): Undo {
  const history = new Y.UndoManager([content.cards, content.links, content.answers, content.voices, content.comments], {
    trackedOrigins: new Set([LOCAL]),
    captureTimeout: TYPING_PAUSE_MS,
  })
  // A step made of steps is one.
  let depth = 0
  const store: UndoStore = createStore(() => ({ canUndo: false, canRedo: false }))
  const publish = (): void => store.setState({ canUndo: history.canUndo(), canRedo: history.canRedo() })
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) history.on(event, publish)
  return {
    store,
    undo: () =>
      oneStep(
        history.undoStack,
        () => history.undo(),
        () => history.redo(),
      ),
    redo: () =>
      oneStep(
        history.redoStack,
        () => history.redo(),
        () => history.undo(),
      ),
    step: (act) => {
      if (depth === 0) history.stopCapturing()
      depth++
      try {
        return act()
      } finally {
        depth--
        if (depth === 0) history.stopCapturing()
      }
    },
    begin: () => {
      history.stopCapturing()
      history.captureTimeout = Number.POSITIVE_INFINITY
    },
    end: () => {
      history.captureTimeout = TYPING_PAUSE_MS
      history.stopCapturing()
    },
    close: () => history.destroy(),
  }
}

/** Yjs goes on to older steps until one has an effect. An older step that nobody asked for is put back. */
function oneStep(stack: readonly unknown[], go: () => unknown, back: () => unknown): UndoOutcome {
  const before = stack.length
  if (before === 0) return 'nothing'
  const effect = go() !== null
  if (effect && before - stack.length === 1) return 'done'
  if (effect) back()
  return 'overtaken'
}
