import { z } from 'zod'
import { command, title } from './parts.ts'

/** Lists, looks and restores go over HTTP (`routes.snapshots`, `routes.restore`). */
export const historyCommands = [
  /** Keeps the board as it is now, under a name. Refused `full` when there are 30. */
  command('keep-snapshot', { name: title }),
  command('drop-snapshot', { snapshot: z.int().min(1) }),
] as const
