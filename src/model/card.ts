import { z } from 'zod'
import { isId, type CardId, type FieldId, type KindId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { isOrderKey } from './order.ts'

/** The place of cards that were taken off the board; they can be put back where they came from. */
export const BIN = 'bin'

/** The field for the name of an author who chose to be named at a reveal. Anybody may clear it; no template may use the id. */
export const BY = 'by' as FieldId

/** Where a card lies is one value: two keys would be torn apart by two people who move it at once. */
const placeSchema = z.object({
  /** A question, another card, or `BIN`. */
  in: z.string().refine(isId),
  order: z.string().refine(isOrderKey),
  /** In the bin: where it lay. */
  from: z.string().refine(isId).optional(),
})
export type Place = z.infer<typeof placeSchema>

export const fieldValueSchema = z.union([z.string().max(LIMITS.fieldChars), z.number(), z.boolean(), z.array(z.string().max(40)).max(12)])
export type FieldValue = z.infer<typeof fieldValueSchema>

/** Dates are ISO days (`2027-01-31`), money is whole euros, choices are option ids. */
export const cardSchema = z.object({
  id: z
    .string()
    .refine(isId)
    .transform((id) => id as CardId),
  kind: z
    .string()
    .refine(isId)
    .transform((kind) => kind as KindId),
  place: placeSchema,
  text: z.string().max(LIMITS.textChars),
  fields: z
    .record(z.string().refine(isId), fieldValueSchema)
    .transform((fields) => fields as Readonly<Partial<Record<FieldId, FieldValue>>>),
})
export type Card = z.infer<typeof cardSchema>
