import { z } from 'zod'
import { areaSchema } from '../../model/areas.ts'
import { roleSchema } from '../../model/board.ts'
import type { PersonId } from '../../model/ids.ts'

export const personIdSchema = z.string().transform((id) => id as PersonId)

export const peoplePart = {
  people: z.array(z.object({ id: personIdSchema, name: z.string(), role: roleSchema, online: z.boolean(), area: areaSchema.optional() })),
}
/** `founder`: this person made the board and can take the lead again. */
export const myPeoplePart = { id: personIdSchema, role: roleSchema, founder: z.boolean() }

/** Until when links let people in, null: without an end. The code itself comes with the links, whenever its number is a new one. */
export const leadJoiningPart = {
  joining: z.object({
    linkUntil: z.object({ facilitator: z.number().nullable(), participant: z.number().nullable(), viewer: z.number().nullable() }),
    code: z.object({ number: z.number(), until: z.number() }).nullable(),
  }),
}
