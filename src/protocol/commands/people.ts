import { z } from 'zod'
import { roleSchema } from '../../model/board.ts'
import { LIMITS } from '../../model/limits.ts'
import { command, personId } from './parts.ts'

export const peopleCommands = [
  command('rename-me', { name: z.string().trim().min(1).max(LIMITS.nameChars) }),
  command('change-role', { person: personId, role: roleSchema }),
  command('remove-person', { person: personId }),
  command('renew-link', { role: roleSchema }),
] as const
