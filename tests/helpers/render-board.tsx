import { configure, render, type RenderResult } from '@testing-library/react'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { vi } from 'vitest'
import { changeLanguage, startTexts } from '../../src/i18n/i18n.ts'
import { NO_AGENDA } from '../../src/model/agenda.ts'
import { questionsOf, type Role } from '../../src/model/board.ts'
import { ensureAnswers, openContent } from '../../src/model/content.ts'
import type { BoardId, CardId, KindId, PersonId } from '../../src/model/ids.ts'
import { keysForSlot } from '../../src/model/order.ts'
import type { Language } from '../../src/model/text.ts'
import { addCards } from '../../src/model/write-content.ts'
import type { CommandBody } from '../../src/protocol/commands.ts'
import type { View } from '../../src/protocol/view.ts'
import { createBoardStore } from '../../src/sync/board-store.ts'
import type { BoardConnection } from '../../src/sync/connect-board.ts'
import { createDrafts } from '../../src/sync/drafts.ts'
import { createFieldTexts } from '../../src/sync/field-texts.ts'
import { createFrameStore } from '../../src/sync/frame-store.ts'
import { createPresenceStore } from '../../src/sync/presence-store.ts'
import { createSaveState } from '../../src/sync/save-state.ts'
import { createUndo } from '../../src/sync/undo.ts'
import { BoardContext } from '../../src/ui/board/board-context.ts'
import { BoardScreen } from '../../src/ui/board/board-screen.tsx'
import { Announcer } from '../../src/ui/common/announce.tsx'
import { Toasts } from '../../src/ui/common/toasts.tsx'
import { kickoff } from './kickoff.ts'

/** Menus and dialogs are fetched when they are first opened, which takes its time on a busy machine. */
configure({ asyncUtilTimeout: 5000 })

interface Offline extends RenderResult {
  readonly connection: BoardConnection
  readonly commands: CommandBody[]
  readonly add: (question: string, kind: string, texts: readonly string[]) => CardId[]
  readonly setView: (change: Partial<View>) => void
}

/** The real board on a real document, without a server: what the server would say is said by the test. */
export async function renderBoard(
  options: { role?: Role; language?: Language; open?: readonly string[]; unfolded?: readonly string[]; place?: string } = {},
): Promise<Offline> {
  const language = options.language ?? 'de'
  await startTexts(language)
  await changeLanguage(language)
  const id = 'Btestboardtestboard123' as BoardId
  localStorage.clear()
  window.history.replaceState(null, '', options.place === undefined ? `/b/${id}` : `/b/${id}/${options.place}`)
  if (options.open) localStorage.setItem(`auftakt.open.${id}`, JSON.stringify(options.open))
  if (options.unfolded) localStorage.setItem(`auftakt.unfolded.${id}`, JSON.stringify(options.unfolded))
  const doc = new Y.Doc()
  const content = openContent(doc)
  const questions = questionsOf(kickoff, language)
  ensureAnswers(content, questions)
  const me = { id: 'Pme' as PersonId, role: options.role ?? 'participant' } as const
  const commands: CommandBody[] = []
  const frame = createFrameStore(() => false)
  const setView = (change: Partial<View>): void => {
    const view: View = {
      rev: 1,
      title: 'Kickoff',
      organisation: 'Nordwerk',
      goal: 'Ziel',
      language,
      locked: false,
      follows: null,
      questions,
      people: [{ id: me.id, name: 'Anna', role: me.role, online: true }],
      now: Date.now(),
      agenda: NO_AGENDA,
      timer: null,
      call: null,
      spotlight: null,
      ready: { count: 0, of: 1 },
      rounds: { silence: null, voting: null, results: [] },
      lead:
        me.role === 'facilitator'
          ? {
              ready: [],
              hands: [],
              lastEditAt: null,
              notes: {},
              joining: { linkUntil: { facilitator: null, participant: null, viewer: null }, code: null },
              rounds: { shown: {}, revealed: 0 },
            }
          : null,
      me: { ...me, founder: false, ready: false, hand: false },
      ...frame.store.getState().view,
      ...change,
    }
    frame.store.setState({ view })
  }
  setView({})
  const presence = createPresenceStore(new Awareness(doc), () => me.id)
  const save = createSaveState()
  save.connected()
  save.answered()
  save.saved(1, false)
  save.loaded()
  const board = createBoardStore(content, vi.fn(), kickoff.stack)
  const undo = createUndo(content)
  const connection: BoardConnection = {
    content,
    board: board.store,
    frame: frame.store,
    presence: presence.store,
    save: save.store,
    undo,
    fieldTexts: createFieldTexts(content),
    drafts: createDrafts(),
    command: async (body) => {
      commands.push(body)
      return 'done'
    },
    tell: presence.tell,
    onNotice: () => () => undefined,
    forget: async () => undefined,
    close: () => undefined,
  }
  const entry = {
    board: id,
    title: 'Kickoff',
    organisation: 'Nordwerk',
    language,
    template: kickoff,
    epoch: 1,
    me: { ...me, name: 'Anna' },
  }
  const result = render(
    <BoardContext value={{ entry, connection }}>
      <BoardScreen />
      <Toasts />
      <Announcer />
    </BoardContext>,
  )
  const add = (question: string, kind: string, texts: readonly string[]): CardId[] => {
    const keys = keysForSlot([], 0, texts.length)
    return addCards(
      content,
      texts.map((text, at) => ({ kind: kind as KindId, text, in: question, order: keys[at]! })),
    )
  }
  return Object.assign(result, { connection, commands, add, setView })
}
