import { z } from 'zod'
import { areaSchema } from '../model/areas.ts'
import { BOARD_ID_PATTERN, isId, type BoardId, type CardId, type PersonId } from '../model/ids.ts'
import { DEVICE_CODE_LENGTH, isCode, SPOKEN_CODE_LENGTH, tidyCode } from '../model/codes.ts'
import { boardFileSchema, roleSchema } from '../model/board.ts'
import { LIMITS } from '../model/limits.ts'
import { templateSchema, TONES } from '../model/template.ts'
import { languageSchema, localizedSchema } from '../model/text.ts'

/** Paths of the HTTP interface. Bodies and answers are JSON; a board that does not exist and one that is not yours answer the same. */
export const routes = {
  health: '/healthz',
  templates: '/api/templates',
  boards: '/api/boards',
  importBoard: '/api/boards/import',
  board: (id: BoardId) => `/api/boards/${id}`,
  join: (id: BoardId) => `/api/boards/${id}/join`,
  /** POST `{secret}`: what somebody with an invitation sees before joining. */
  door: (id: BoardId) => `/api/boards/${id}/door`,
  links: (id: BoardId) => `/api/boards/${id}/links`,
  /** GET, for facilitators: `snapshotListSchema`, newest first. */
  snapshots: (id: BoardId) => `/api/boards/${id}/snapshots`,
  /** GET, for facilitators: one of them as a board's file, for looking at it. */
  snapshot: (id: BoardId, snapshot: number) => `/api/boards/${id}/snapshots/${snapshot}`,
  /** POST `{snapshot}`, for facilitators: brings it back on the live board; the answer's `undo` is the snapshot that takes this back. */
  restore: (id: BoardId) => `/api/boards/${id}/restore`,
  /** GET, for facilitators: `passListSchema`. */
  passes: (id: BoardId) => `/api/boards/${id}/passes`,
  /** POST `followBoardSchema`, for facilitators: a new board that begins with the open measures; answers as `boards`. */
  follow: (id: BoardId) => `/api/boards/${id}/follow`,
  /** POST `passKeySchema`, for whoever has the link: `statusSheetSchema`. */
  status: (id: BoardId) => `/api/boards/${id}/status`,
  /** POST `reportSchema`, with the same link: how it goes; answers as `status`. */
  report: (id: BoardId) => `/api/boards/${id}/report`,
  /** POST `readPlanSchema`, for whoever has the link to the plan. */
  plan: (id: BoardId) => `/api/boards/${id}/plan`,
  leave: (id: BoardId) => `/api/boards/${id}/leave`,
  /** POST: a code for another device. */
  device: (id: BoardId) => `/api/boards/${id}/device`,
  joinByCode: '/api/join',
  doorByCode: '/api/door',
  moveDevice: '/api/move',
  socket: '/ws',
} as const

export const boardIdSchema = z
  .string()
  .regex(BOARD_ID_PATTERN)
  .transform((id) => id as BoardId)
const cardIdSchema = z
  .string()
  .refine(isId)
  .transform((id) => id as CardId)
const nameSchema = z.string().trim().min(1).max(LIMITS.nameChars)
export const secretSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const createBoardSchema = z.strictObject({
  template: z.string().max(40),
  /** Fills the board with the template's sample. */
  sample: z.boolean().default(false),
  title: z.string().trim().max(LIMITS.titleChars).default(''),
  organisation: z.string().trim().max(LIMITS.titleChars).default(''),
  language: languageSchema,
  name: nameSchema,
})
export type CreateBoard = z.input<typeof createBoardSchema>

export const followBoardSchema = z.strictObject({ title: z.string().trim().min(1).max(LIMITS.titleChars) })

/** `file` is the text of a board's JSON export. */
export const importBoardSchema = z.strictObject({ file: z.string(), name: nameSchema })
export const knockSchema = z.strictObject({ secret: secretSchema })
export const joinSchema = z.strictObject({ secret: secretSchema, name: nameSchema, area: areaSchema.optional() })

const codeOf = (length: number) =>
  z
    .string()
    .max(40)
    .transform(tidyCode)
    .refine((code) => isCode(code, length))
/** The spoken code of a board: in as a participant. */
export const joinByCodeSchema = z.strictObject({ code: codeOf(SPOKEN_CODE_LENGTH), name: nameSchema, area: areaSchema.optional() })
export const knockByCodeSchema = z.strictObject({ code: codeOf(SPOKEN_CODE_LENGTH) })
/** Where the invitation leads, as what, and which areas one can say to come from. */
export const doorSchema = z.object({
  title: z.string(),
  organisation: z.string(),
  language: languageSchema,
  role: roleSchema,
  areas: z.array(z.object({ text: z.string(), area: areaSchema })),
})
export type Door = z.infer<typeof doorSchema>
/** The same person goes on on this device. */
export const moveDeviceSchema = z.strictObject({ code: codeOf(DEVICE_CODE_LENGTH) })
/** Works once, until that moment. */
export const deviceCodeSchema = z.object({ code: z.string(), until: z.number() })
export type DeviceCode = z.infer<typeof deviceCodeSchema>

export const linksSchema = z.object({ facilitator: secretSchema, participant: secretSchema, viewer: secretSchema })
/** The secret of each role's link; only a facilitator gets them. */
export type Links = z.infer<typeof linksSchema>
/** What `GET links` answers: `code` is the spoken one, null while it is switched off. */
export const invitationsSchema = linksSchema.extend({ code: z.string().nullable() })
export type Invitations = z.infer<typeof invitationsSchema>

/** What a person who may enter learns of a board before the socket opens. */
export const entrySchema = z.object({
  board: boardIdSchema,
  title: z.string(),
  organisation: z.string(),
  language: languageSchema,
  template: templateSchema,
  /** Raised when the board's past must not come back from an offline copy. */
  epoch: z.number(),
  me: z.object({ id: z.string().transform((id) => id as PersonId), name: z.string(), role: roleSchema }),
})
export type Entry = z.infer<typeof entrySchema>

export const templateListSchema = z.array(
  z.object({
    id: z.string(),
    name: localizedSchema,
    summary: localizedSchema,
    title: localizedSchema,
    questions: z.number(),
    sample: z.boolean(),
  }),
)
export type TemplateList = z.infer<typeof templateListSchema>

/** Why a snapshot was kept. All but `named` are automatic: the newest 50, for 30 days. */
export const SNAPSHOT_REASONS = ['block', 'reveal', 'deletion', 'restore', 'report', 'named'] as const
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number]

export const snapshotListSchema = z.array(
  z.object({ id: z.number(), reason: z.enum(SNAPSHOT_REASONS), name: z.string(), made: z.number() }),
)

export type SnapshotLine = z.infer<typeof snapshotListSchema>[number]

/** The secret of each open pass by what it opens, null when it is over. */
export const passListSchema = z.record(z.string(), z.object({ secret: secretSchema.nullable(), until: z.number().nullable() }))
export type PassList = z.infer<typeof passListSchema>

export const passKeySchema = z.strictObject({ subject: cardIdSchema, secret: secretSchema })
export type PassKey = z.infer<typeof passKeySchema>

export const reportSchema = passKeySchema.extend({
  card: cardIdSchema,
  /** One of the options of the template. */
  state: z.string().max(40),
  note: z.string().max(LIMITS.reasonChars),
})
export type Report = z.infer<typeof reportSchema>

/** What the owner of a pass sees: these measures and nothing else of the board. */
export const statusSheetSchema = z.object({
  title: z.string(),
  organisation: z.string(),
  language: languageSchema,
  options: z.array(z.object({ id: z.string(), label: z.string(), tone: z.enum(TONES).nullable(), needsNote: z.boolean() })),
  measures: z.array(
    z.object({
      card: cardIdSchema,
      text: z.string(),
      due: z.string().nullable(),
      doers: z.array(z.string()),
      details: z.array(z.object({ label: z.string(), text: z.string() })),
      state: z.string().nullable(),
      note: z.string(),
    }),
  ),
})
export type StatusSheet = z.infer<typeof statusSheetSchema>

/** `known`: the version that is there already. */
export const readPlanSchema = z.strictObject({ secret: secretSchema, known: z.string().max(80).default('') })
/** What the plan is made of, as a board's file without what lies in the bin, comments and names; null: nothing is new. */
export const planAnswerSchema = z.object({ version: z.string(), board: boardFileSchema.nullable() })
export type PlanAnswer = z.output<typeof planAnswerSchema>

export const restoreSchema = z.strictObject({ snapshot: z.int().min(1) })
/** The answer to a restore. */
export const restoredSchema = z.object({ undo: z.number() })

/** Errors carry a code that the interface puts into words, and for a broken file the place of the fault. */
const ERROR_CODES = ['not-found', 'forbidden', 'invalid', 'too-large', 'too-many', 'unsaved', 'origin', 'broken-file', 'internal'] as const
export const errorSchema = z.object({ error: z.enum(ERROR_CODES), detail: z.string().optional() })
export type ErrorCode = (typeof ERROR_CODES)[number]
