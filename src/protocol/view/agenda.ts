import { z } from 'zod'
import { agendaSchema } from '../../model/agenda.ts'
import { callSchema } from '../../model/guidance.ts'
import { timerSchema } from '../../model/timer.ts'

/** Start times follow from `agendaTimes`. */
export const agendaPart = { agenda: agendaSchema }
/** The private note of each block that has one, by block id. */
export const leadAgendaPart = { notes: z.record(z.string(), z.string()) }

/** What is left follows from `timerRemainingMs` and the server's clock. */
export const timerPart = { timer: timerSchema.nullable() }

/** `call`: shown once for each number. `spotlight`: the card that is large on every screen. */
export const guidancePart = { call: callSchema.nullable(), spotlight: z.string().nullable() }
