import { z } from 'zod'
import { command } from './parts.ts'

export const timerCommands = [
  /** Starts anew, whatever ran before. */
  command('start-timer', { minutes: z.number().min(0.25).max(240) }),
  command('add-minute', {}),
  command('pause-timer', {}),
  command('resume-timer', {}),
  command('stop-timer', {}),
] as const
