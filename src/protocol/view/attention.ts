import { z } from 'zod'
import { personIdSchema } from './people.ts'

/** "18 of 22 are ready": participants who are here or ready. */
export const attentionPart = { ready: z.object({ count: z.number(), of: z.number() }) }
/** Who is ready, whose hand is up (the first one first), and to a quarter of a minute when anybody last wrote, never who. */
export const leadAttentionPart = {
  ready: z.array(personIdSchema),
  hands: z.array(personIdSchema),
  lastEditAt: z.number().nullable(),
}
export const myAttentionPart = { ready: z.boolean(), hand: z.boolean() }
