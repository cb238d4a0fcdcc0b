import { z } from 'zod'
import type { BoardId } from '../model/ids.ts'
import { boardIdSchema, entrySchema, type Entry } from '../protocol/api.ts'
import { languageSchema, type Language } from '../model/text.ts'

/** What this device remembers; all of it is in the browser's own storage and can be forgotten. */
const KEYS = {
  name: 'auftakt.name',
  area: 'auftakt.area',
  language: 'auftakt.language',
  boards: 'auftakt.boards',
  sound: 'auftakt.sound',
} as const

const boardsSchema = z.array(
  z.object({
    id: boardIdSchema,
    title: z.string(),
    organisation: z.string(),
    role: z.string(),
    openedAt: z.number(),
  }),
)
export type KnownBoard = z.infer<typeof boardsSchema>[number]

const waitingSchema = z.object({ epoch: z.number(), count: z.int().min(0) })
interface Copy {
  readonly board: BoardId
  readonly epoch: number
}

export const device = {
  name: (): string => read(KEYS.name, z.string().max(60)) ?? '',
  saveName: (name: string): void => write(KEYS.name, name),
  /** The area that was chosen at the last door. */
  area: (): string => read(KEYS.area, z.string().max(60)) ?? '',
  saveArea: (text: string): void => write(KEYS.area, text),
  language: (): Language | null => read(KEYS.language, languageSchema),
  saveLanguage: (language: Language): void => write(KEYS.language, language),
  boards: (): KnownBoard[] => read(KEYS.boards, boardsSchema) ?? [],
  /** Remembers a board and how one entered it, so that it opens without a network. */
  remember: (entry: Entry, now: number): void => {
    const board: KnownBoard = { id: entry.board, title: entry.title, organisation: entry.organisation, role: entry.me.role, openedAt: now }
    write(KEYS.boards, [board, ...device.boards().filter((known) => known.id !== entry.board)].slice(0, 50))
    write(`auftakt.entry.${entry.board}`, entry)
  },
  entry: (id: BoardId): Entry | null => read(`auftakt.entry.${id}`, entrySchema),
  forget: (id: BoardId): void => {
    write(
      KEYS.boards,
      device.boards().filter((known) => known.id !== id),
    )
    remove(`auftakt.entry.${id}`)
    remove(`auftakt.open.${id}`)
    remove(`auftakt.at.${id}`)
    remove(`auftakt.step.${id}`)
    remove(`auftakt.walk.${id}`)
    remove(`auftakt.unfolded.${id}`)
    remove(`auftakt.waiting.${id}`)
    remove(`auftakt.view.${id}`)
  },
  /** The frame as it was when the server was here last; whoever reads it parses it. */
  view: (id: BoardId): unknown => read(`auftakt.view.${id}`, z.unknown()),
  saveView: (id: BoardId, view: unknown): void => (view === null ? remove(`auftakt.view.${id}`) : write(`auftakt.view.${id}`, view)),
  /** How many edits of this device the server has not confirmed yet. An older copy's are of no use. */
  waiting: ({ board, epoch }: Copy): number => {
    const kept = read(`auftakt.waiting.${board}`, waitingSchema)
    return kept?.epoch === epoch ? kept.count : 0
  },
  saveWaiting: ({ board, epoch }: Copy, count: number): void => {
    if (count === 0) remove(`auftakt.waiting.${board}`)
    else write(`auftakt.waiting.${board}`, { epoch, count })
  },
  /** The stacks that are unfolded, the newest last. */
  unfolded: (id: BoardId): string[] => read(`auftakt.unfolded.${id}`, z.array(z.string())) ?? [],
  saveUnfolded: (id: BoardId, stacks: readonly string[]): void => write(`auftakt.unfolded.${id}`, stacks.slice(-200)),
  openQuestions: (id: BoardId): string[] | null => read(`auftakt.open.${id}`, z.array(z.string())),
  /** The question that a phone showed last. */
  question: (id: BoardId): string | null => read(`auftakt.at.${id}`, z.string()),
  saveQuestion: (id: BoardId, question: string): void => write(`auftakt.at.${id}`, question),
  /** The step of the workshop that this device has gone along with last. */
  step: (id: BoardId): string | null => read(`auftakt.step.${id}`, z.string()),
  saveStep: (id: BoardId, step: string): void => write(`auftakt.step.${id}`, step),
  sound: (): boolean => read(KEYS.sound, z.boolean()) ?? false,
  saveSound: (isOn: boolean): void => write(KEYS.sound, isOn),
  /** The case and the station that are walked in this browser, for a projector beside it. */
  walk: (id: BoardId): string | null => read(`auftakt.walk.${id}`, z.string()),
  saveWalk: (id: BoardId, chain: string, station: string): void => write(`auftakt.walk.${id}`, `${chain} ${station}`),
  saveOpenQuestions: (id: BoardId, open: readonly string[]): void => write(`auftakt.open.${id}`, open),
}

function read<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A full or forbidden storage costs comfort, not work: the board itself is on the server. */
function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    remove(key)
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Storage is forbidden: there is nothing to forget.
  }
}
