import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'
import { roleSchema } from '../model/board.ts'
import { draftSchema } from '../model/rounds.ts'
import type { PersonId } from '../model/ids.ts'

/** Types 0 and 1 are y-websocket's own; ours start at 100 and carry one JSON string. */
export const MessageType = {
  Sync: 0,
  Awareness: 1,
  Command: 100,
  Result: 101,
  View: 102,
  Saved: 103,
  Notice: 104,
  Mine: 105,
  ViewChange: 106,
} as const

/** Raised when a page of the old number cannot talk to the server any more. */
export const PROTOCOL_VERSION = 2

/** Why a command was not carried out. The frame is as it was. */
const REFUSALS = [
  'forbidden',
  'invalid',
  'unknown',
  'full',
  'last-facilitator',
  'not-empty',
  'not-now',
  'busy',
  'closed',
  'spent',
  'changed',
] as const
const refusalSchema = z.enum(REFUSALS)
export type Refusal = z.infer<typeof refusalSchema>

export const resultSchema = z.object({ id: z.string(), refused: refusalSchema.optional() })
export type Result = z.infer<typeof resultSchema>

/** What only this person has: sent when a browser comes in, and whenever it changes. Drafts stay until they are revealed or dropped. */
export const mineSchema = z.object({
  drafts: z.array(draftSchema),
  named: z.boolean(),
  /** Votes of the open vote, by card. */
  votes: z.record(z.string(), z.number()),
})
export type Mine = z.infer<typeof mineSchema>
export const NOTHING_MINE: Mine = { drafts: [], named: false, votes: {} }

/** `count` content frames of this connection (sync step 2 and updates) are on disk. `failing`: the server cannot write at the moment. */
export const savedSchema = z.object({ count: z.number(), failing: z.boolean().optional() })
export type Saved = z.infer<typeof savedSchema>

/**
 * Something of this person's was taken back: it was written while the place was being locked, it went over a limit, or it took too many
 * cards of others away at once. `kept`: these cards of a reveal stay, because somebody has changed them.
 */
export const noticeSchema = z.object({ kind: z.enum(['locked', 'limit', 'too-many', 'kept']), cards: z.array(z.string()) })
export type Notice = z.infer<typeof noticeSchema>

/** What a browser says about itself in awareness; the server puts id, name and role in. */
export const presenceSchema = z.object({
  editing: z.string().max(60).nullish(),
  field: z.string().max(60).nullish(),
  drag: z.string().max(60).nullish(),
})
export type Presence = z.infer<typeof presenceSchema>
export const peerSchema = presenceSchema.extend({
  user: z.object({ id: z.string().transform((id) => id as PersonId), name: z.string(), role: roleSchema }),
})
export type Peer = z.infer<typeof peerSchema>

/** One frame of ours: the type, then the value as JSON. */
export function encodeMessage(type: number, value: unknown): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeVarString(encoder, JSON.stringify(value))
  return encoding.toUint8Array(encoder)
}

/** The JSON of a frame whose type was read already; undefined when it is none. */
export function readJson(decoder: decoding.Decoder): unknown {
  try {
    return JSON.parse(decoding.readVarString(decoder))
  } catch {
    return undefined
  }
}
