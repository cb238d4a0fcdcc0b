import { z } from 'zod'
import { command, personId } from './parts.ts'

export const attentionCommands = [
  /** "I am done with this step", until the next block starts. */
  command('set-ready', { ready: z.boolean() }),
  command('raise-hand', { raised: z.boolean() }),
  /** A facilitator has dealt with somebody's hand. */
  command('lower-hand', { person: personId }),
] as const
