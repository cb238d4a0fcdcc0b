import { z } from 'zod'
import { areaSchema } from '../../model/areas.ts'
import { roleSchema } from '../../model/board.ts'
import { LIMITS } from '../../model/limits.ts'
import { passSubjectSchema } from '../../model/passes.ts'
import { command, personId } from './parts.ts'

const moment = z.int().min(0).max(8.64e15)

export const peopleCommands = [
  command('rename-me', { name: z.string().trim().min(1).max(LIMITS.nameChars) }),
  /** Where one comes from; null takes it back. */
  command('set-my-area', { area: areaSchema.nullable() }),
  command('change-role', { person: personId, role: roleSchema }),
  command('remove-person', { person: personId }),
  /** Makes somebody a facilitator and oneself a participant. */
  command('hand-over', { person: personId }),
  /** Who made the board leads again. */
  command('take-lead', {}),
] as const

export const joiningCommands = [
  /** The old link opens nothing any more; the new one holds as long as links of this board do. */
  command('renew-link', { role: roleSchema }),
  /** Until when a link lets people in; null: as long as the board lives. Who is in stays in. */
  command('set-link-until', { role: roleSchema, until: moment.nullable() }),
  /** A new spoken code for participants; `GET links` tells it. */
  command('open-code', { minutes: z.int().min(1).max(720) }),
  command('close-code', {}),
  /** A new link to the plan or to what somebody has to do; an older one for the same opens nothing any more. `GET passes` tells it. */
  command('open-pass', { subject: passSubjectSchema }),
  command('close-pass', { subject: passSubjectSchema }),
] as const
