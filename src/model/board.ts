import { z } from 'zod'
import { blockFileSchema, type BlockFile } from './agenda.ts'
import { verdictSchema, voiceKey, voiceSchema, type Verdict, type Voice } from './answer.ts'
import { cardSchema, type Card } from './card.ts'
import { commentSchema, resolvedKey, type Comment } from './comment.ts'
import { addCards, addLink, writeText } from './write-content.ts'
import { answerText } from './read-content.ts'
import { ensureAnswers, SEED, type Content } from './content.ts'
import { followsSchema, type Follows } from './follows.ts'
import { isId, type CardId, type CommentId, type PersonId, type QuestionId } from './ids.ts'
import { LIMITS } from './limits.ts'
import { linkSchema, type Link } from './link.ts'
import { templateSchema, type Template } from './template.ts'
import { languageSchema, type Language } from './text.ts'

export const ROLES = ['facilitator', 'participant', 'viewer'] as const
export const roleSchema = z.enum(ROLES)
export type Role = z.infer<typeof roleSchema>

/** A question as one board has it: written out in the board's language, editable by the facilitator. */
export const boardQuestionSchema = z.object({
  id: z
    .string()
    .refine(isId)
    .transform((id) => id as QuestionId),
  title: z.string().trim().min(1).max(LIMITS.titleChars),
  hint: z.string().trim().max(LIMITS.titleChars),
  locked: z.boolean(),
})
export type BoardQuestion = z.infer<typeof boardQuestionSchema>

/** A board as plain data: what plan, insight and every export work on. */
export interface Board {
  readonly title: string
  readonly organisation: string
  readonly goal: string
  readonly language: Language
  readonly template: Template
  readonly questions: readonly BoardQuestion[]
  readonly cards: readonly Card[]
  readonly links: readonly Link[]
  readonly answers: Readonly<Partial<Record<QuestionId, string>>>
  /** What the room has said of its answers as a whole. */
  readonly verdicts: Readonly<Partial<Record<QuestionId, Verdict>>>
  readonly voices: readonly Voice[]
  readonly comments: readonly Comment[]
  readonly people: readonly { readonly name: string; readonly role: Role }[]
  /** What the newest vote that a card took part in counted for it. */
  readonly votes?: Votes | undefined
  /** Of a follow-up board. */
  readonly follows?: Follows | undefined
  /** The agenda as it was changed on the board; without it the template's. */
  readonly agenda?: readonly BlockFile[] | undefined
}

export type Votes = Readonly<Partial<Record<CardId, number>>>

export const BOARD_FORMAT = 'auftakt-board'
export const BOARD_VERSION = 1

/** The JSON file of a board, for export, import and `npm run plan`. */
export const boardFileSchema = z.object({
  format: z.literal(BOARD_FORMAT),
  version: z.literal(BOARD_VERSION),
  title: z.string().trim().min(1).max(LIMITS.titleChars),
  organisation: z.string().trim().max(LIMITS.titleChars),
  goal: z.string().trim().max(LIMITS.goalChars),
  language: languageSchema,
  template: templateSchema,
  questions: z.array(boardQuestionSchema).min(1).max(LIMITS.questions),
  cards: z.array(cardSchema).max(LIMITS.importCards),
  links: z.array(linkSchema).max(LIMITS.links),
  answers: z.record(z.string().refine(isId), z.string().max(LIMITS.textChars)),
  verdicts: z
    .record(z.string().refine(isId), verdictSchema)
    .default({})
    .transform((verdicts) => verdicts as Readonly<Partial<Record<QuestionId, Verdict>>>),
  voices: z
    .array(voiceSchema)
    .max(LIMITS.people * LIMITS.questions)
    .default([]),
  comments: z.array(commentSchema).max(LIMITS.comments).default([]),
  people: z.array(z.object({ name: z.string().max(LIMITS.nameChars), role: roleSchema })).max(LIMITS.people),
  votes: z
    .record(z.string().refine(isId), z.int().min(0).max(LIMITS.votes))
    .transform((votes) => votes as Votes)
    .optional(),
  follows: followsSchema.optional(),
  agenda: z.array(blockFileSchema).max(LIMITS.blocks).optional(),
})

export function toBoardFile(board: Board): Record<string, unknown> {
  return { format: BOARD_FORMAT, version: BOARD_VERSION, ...board, links: board.links.map((link) => link.id) }
}

/** Reads a board's JSON. The fault names the path inside the file and what was expected there. */
export function parseBoardFile(json: string): { ok: true; board: Board } | { ok: false; fault: string } {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { ok: false, fault: `JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const parsed = boardFileSchema.safeParse(value)
  if (parsed.success) return { ok: true, board: parsed.data }
  const [issue] = parsed.error.issues
  return { ok: false, fault: issue ? `${issue.path.join('.') || '(file)'}: ${issue.message}` : 'unknown fault' }
}

/** What of a board lies in its document. */
export type BoardContent = Pick<Board, 'questions' | 'cards' | 'links' | 'answers'> &
  Partial<Pick<Board, 'verdicts' | 'voices' | 'comments'>>

/** Writes a board into an empty document. Links and comments whose cards are missing are left out. */
export function writeBoard(content: Content, board: BoardContent): void {
  content.doc.transact(() => {
    ensureAnswers(content, board.questions)
    addCards(
      content,
      board.cards.map((card) => ({
        id: card.id,
        kind: card.kind,
        text: card.text,
        fields: card.fields,
        in: card.place.in,
        order: card.place.order,
      })),
      SEED,
    )
    for (const link of board.links) addLink(content, link.relation, link.from, link.to, SEED)
    for (const [question, text] of Object.entries(board.answers)) {
      const shared = answerText(content, question as QuestionId)
      if (shared && text) writeText(shared, text, SEED)
    }
    for (const [question, verdict] of Object.entries(board.verdicts ?? {})) content.answers.get(question)?.set('state', verdict)
    writeSaid(content, board)
  }, SEED)
}

/** Files name nobody: each voice gets a person of its own whom nobody is, and so does each comment. */
function writeSaid(content: Content, { voices = [], comments = [] }: BoardContent): void {
  const nobody = (at: number): PersonId => `import${at + 1}` as PersonId
  for (const [at, { question, stance, reason }] of voices.entries()) content.voices.set(voiceKey(question, nobody(at)), { stance, reason })
  for (const [at, { card, text, at: minute, resolved }] of comments.entries()) {
    if (!content.cards.has(card)) continue
    const id = nobody(at) as string as CommentId
    content.comments.set(id, { card, by: nobody(at), text, at: minute })
    if (resolved) content.comments.set(resolvedKey(id), 1)
  }
}

/** The questions of a new board, in the board's language. */
export function questionsOf(template: Template, language: Language): BoardQuestion[] {
  return template.questions.map((question) => ({
    id: question.id,
    title: question.title[language],
    hint: question.hint[language],
    locked: false,
  }))
}
