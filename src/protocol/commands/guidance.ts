import { z } from 'zod'
import { isId } from '../../model/ids.ts'
import { cardId, command, questionId } from './parts.ts'

export const guidanceCommands = [
  /** Asks everybody to come to a question, a card or a screen of the interface. */
  command('call-everyone', { question: questionId.nullable(), card: cardId.nullable(), screen: z.string().refine(isId).nullable() }),
  /** Puts one card large on every screen; null takes it down. */
  command('spotlight', { card: cardId.nullable() }),
] as const
