import { z } from 'zod'
import { personIdSchema } from './people.ts'

/** "18 of 22 are ready": participants who are here or ready. */
export const attentionPart = { ready: z.object({ count: z.number(), of: z.number() }) }
/** Who is ready, and whose hand is up, the first one first. */
export const leadAttentionPart = { ready: z.array(personIdSchema), hands: z.array(personIdSchema) }
export const myAttentionPart = { ready: z.boolean(), hand: z.boolean() }
