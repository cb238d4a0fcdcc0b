import { z } from 'zod'
import { agendaPart, guidancePart, leadAgendaPart, timerPart } from './view/agenda.ts'
import { attentionPart, leadAttentionPart, myAttentionPart } from './view/attention.ts'
import { boardPart } from './view/board.ts'
import { leadJoiningPart, myPeoplePart, peoplePart } from './view/people.ts'
import { leadRoundsPart, roundsPart } from './view/rounds.ts'

/** The frame as one person may see it: what all see, what facilitators see, what is one's own. Every key is always there. */
export const viewSchema = z.object({
  rev: z.number(),
  /** The server's clock when this was sent. */
  now: z.number(),
  ...boardPart,
  ...peoplePart,
  ...attentionPart,
  ...agendaPart,
  ...timerPart,
  ...guidancePart,
  rounds: z.object(roundsPart),
  /** Null for who does not lead. */
  lead: z.object({ ...leadAttentionPart, ...leadAgendaPart, ...leadJoiningPart, rounds: z.object(leadRoundsPart) }).nullable(),
  me: z.object({ ...myPeoplePart, ...myAttentionPart }),
})
export type View = z.infer<typeof viewSchema>
/** The parts of the view that are other than before; each of them whole. */
export const viewChangeSchema = viewSchema.partial().required({ rev: true, now: true })
export type ViewChange = z.infer<typeof viewChangeSchema>
export type SharedView = Omit<View, 'lead' | 'me'>
export type LeadView = NonNullable<View['lead']>
export type MyView = View['me']
