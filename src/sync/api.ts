import type { z } from 'zod'
import type { BoardId } from '../model/ids.ts'
import type { Area } from '../model/areas.ts'
import { PLAN_PASS, type PassSubject } from '../model/passes.ts'
import { boardFileSchema, type Board, type Role } from '../model/board.ts'
import {
  doorSchema,
  entrySchema,
  errorSchema,
  deviceCodeSchema,
  invitationsSchema,
  linksSchema,
  passKeySchema,
  passListSchema,
  planAnswerSchema,
  restoredSchema,
  snapshotListSchema,
  statusSheetSchema,
  type SnapshotLine,
  routes,
  templateListSchema,
  type CreateBoard,
  type DeviceCode,
  type Door,
  type Entry,
  type ErrorCode,
  type Invitations,
  type Links,
  type PassKey,
  type PassList,
  type PlanAnswer,
  type Report,
  type StatusSheet,
  type TemplateList,
} from '../protocol/api.ts'

/** An answer, or why there is none. `offline`: the server was not reached. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorCode | 'offline'; readonly detail?: string }

const createdSchema = entrySchema.extend({ links: linksSchema })
export type Created = z.infer<typeof createdSchema>

/** Whoever joins: a name, and an area if one was chosen. */
export interface Newcomer {
  readonly name: string
  readonly area?: Area
}

export const api = {
  templates: (): Promise<Answer<TemplateList>> => ask('GET', routes.templates, templateListSchema),
  create: (board: CreateBoard): Promise<Answer<Created>> => ask('POST', routes.boards, createdSchema, board),
  importBoard: (file: string, name: string): Promise<Answer<Created>> => ask('POST', routes.importBoard, createdSchema, { file, name }),
  follow: (id: BoardId, title: string): Promise<Answer<Created>> => ask('POST', routes.follow(id), createdSchema, { title }),
  enter: (id: BoardId): Promise<Answer<Entry>> => ask('GET', routes.board(id), entrySchema),
  door: (id: BoardId, secret: string): Promise<Answer<Door>> => ask('POST', routes.door(id), doorSchema, { secret }),
  join: (id: BoardId, secret: string, who: Newcomer): Promise<Answer<Entry>> =>
    ask('POST', routes.join(id), entrySchema, { secret, ...who }),
  links: (id: BoardId): Promise<Answer<Invitations>> => ask('GET', routes.links(id), invitationsSchema),
  doorByCode: (code: string): Promise<Answer<Door>> => ask('POST', routes.doorByCode, doorSchema, { code }),
  joinByCode: (code: string, who: Newcomer): Promise<Answer<Entry>> => ask('POST', routes.joinByCode, entrySchema, { code, ...who }),
  deviceCode: (id: BoardId): Promise<Answer<DeviceCode>> => ask('POST', routes.device(id), deviceCodeSchema, {}),
  snapshots: (id: BoardId): Promise<Answer<SnapshotLine[]>> => ask('GET', routes.snapshots(id), snapshotListSchema),
  snapshot: (id: BoardId, snapshot: number): Promise<Answer<Board>> => ask('GET', routes.snapshot(id, snapshot), boardFileSchema),
  restore: (id: BoardId, snapshot: number): Promise<Answer<{ undo: number }>> =>
    ask('POST', routes.restore(id), restoredSchema, { snapshot }),
  passes: (id: BoardId): Promise<Answer<PassList>> => ask('GET', routes.passes(id), passListSchema),
  status: (id: BoardId, key: PassKey): Promise<Answer<StatusSheet>> => ask('POST', routes.status(id), statusSheetSchema, key),
  report: (id: BoardId, report: Report): Promise<Answer<StatusSheet>> => ask('POST', routes.report(id), statusSheetSchema, report),
  plan: (id: BoardId, secret: string, known: string): Promise<Answer<PlanAnswer>> =>
    ask('POST', routes.plan(id), planAnswerSchema, { secret, known }),
  moveDevice: (code: string): Promise<Answer<Entry>> => ask('POST', routes.moveDevice, entrySchema, { code }),
}

/** The address that invites people in a role. The secret stays behind the `#`: it reaches no server log. */
export function invitation(origin: string, id: BoardId, links: Links, role: Role): string {
  return `${origin}/b/${id}#${links[role]}`
}

/** The address of a pass; it goes on to work from there, so the secret stays behind the `#`. */
export function passAddress(origin: string, id: BoardId, subject: PassSubject, secret: string): string {
  return subject === PLAN_PASS ? `${origin}/p/${id}#${secret}` : `${origin}/s/${id}#${subject}.${secret}`
}

/** What stands behind the `#` of a status link; null when it is none. */
export function passKeyOf(hash: string): PassKey | null {
  const [subject, secret] = hash.slice(1).split('.')
  const parsed = passKeySchema.safeParse({ subject, secret })
  return parsed.success ? parsed.data : null
}

async function ask<T>(method: 'GET' | 'POST', path: string, schema: z.ZodType<T>, body?: unknown): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    return { ok: false, error: 'offline' }
  }
  const value: unknown = await response.json().catch(() => null)
  const parsed = schema.safeParse(value)
  if (response.ok && parsed.success) return { ok: true, value: parsed.data }
  const fault = errorSchema.safeParse(value)
  // A proxy in front of a server that restarts answers in its own words.
  if (!fault.success) return { ok: false, error: response.status >= 500 ? 'offline' : 'internal' }
  return { ok: false, error: fault.data.error, ...(fault.data.detail === undefined ? {} : { detail: fault.data.detail }) }
}
