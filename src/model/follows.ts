import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** From which board a follow-up board comes, as of which day, and how its measures stood then. */
export const followsSchema = z.object({
  title: z.string().max(LIMITS.titleChars),
  day: z.string().max(10),
  open: z.int().min(0),
  done: z.int().min(0),
  dropped: z.int().min(0),
})
export type Follows = z.infer<typeof followsSchema>
