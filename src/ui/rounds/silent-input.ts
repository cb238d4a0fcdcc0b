import type { KindId, QuestionId } from '../../model/ids.ts'
import { newCommandId } from '../../model/ids.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import type { CommandOutcome } from '../../sync/frame-store.ts'

/** The draft that stands in the input of a question, by question: it must not become a card that everybody sees by mistake. */
const begun = new Map<string, string>()

export function noteTyped(question: QuestionId, text: string, isSilent: boolean): void {
  if (text === '') begun.delete(question)
  else if (isSilent && !begun.has(question)) begun.set(question, newCommandId())
}

/** True once when the text in the input was begun in silence and the silence is over. */
export function wasMeantSilent(question: QuestionId): boolean {
  return begun.delete(question)
}

interface SilentText {
  /** Whose input it stands in, and where the card is going to lie. */
  readonly input: QuestionId
  readonly question: QuestionId
  readonly kind: KindId
  readonly text: string
}

/** Empties the input at once; what the server does not take comes back into it, before what was typed meanwhile. */
export async function putDraft(connection: BoardConnection, { input, question, kind, text }: SilentText): Promise<CommandOutcome> {
  const { drafts, command } = connection
  const id = begun.get(input) ?? newCommandId()
  begun.delete(input)
  drafts.setState({ [input]: '' })
  const outcome = await command({ type: 'put-draft', draft: id, question, kind, text: text.trim() })
  if (outcome === 'done') return outcome
  const since = drafts.getState()[input] ?? ''
  drafts.setState({ [input]: since === '' ? text : `${text}\n${since}` })
  // The same draft again, should the server have it already and only its answer be lost.
  if (outcome !== 'closed') begun.set(input, id)
  return outcome
}
