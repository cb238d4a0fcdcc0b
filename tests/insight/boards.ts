import { readFileSync } from 'node:fs'
import { questionsOf, type Board } from '../../src/model/board.ts'
import type { Card, FieldValue } from '../../src/model/card.ts'
import { linkSchema } from '../../src/model/link.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { templateSchema, type Template } from '../../src/model/template.ts'
import type { Language } from '../../src/model/text.ts'

export const kickoff: Template = templateSchema.parse(JSON.parse(readFileSync('templates/kickoff.json', 'utf8')))

export interface Given {
  readonly id: string
  readonly kind: string
  readonly in: string
  readonly text?: string
  readonly fields?: Record<string, FieldValue>
}

/** A board of the kickoff template with these cards and links (`relation:from:to`). */
export function boardOf(
  cards: readonly Given[],
  links: readonly string[] = [],
  more: Partial<Board> & { language?: Language } = {},
): Board {
  const language = more.language ?? 'de'
  const keys = keysForSlot([], 0, cards.length)
  return {
    title: 'Kickoff',
    organisation: 'Probe GmbH',
    goal: kickoff.goal[language],
    language,
    template: kickoff,
    questions: questionsOf(kickoff, language),
    cards: cards.map((card, at) => ({
      id: card.id,
      kind: card.kind,
      place: { in: card.in, order: keys[at] },
      text: card.text ?? card.id,
      fields: card.fields ?? {},
    })) as unknown as Card[],
    links: links.map((link) => linkSchema.parse(link)),
    answers: {},
    verdicts: {},
    voices: [],
    comments: [],
    people: [],
    ...more,
  }
}

type Fields = Record<string, FieldValue>

/** A card in the question where its kind is written. */
const inQuestion =
  (kind: string, question: string) =>
  (id: string, fields: Fields = {}): Given => ({ id, kind, in: question, fields })

export const actor = inQuestion('actor', 'actors')
export const touchpoint = inQuestion('touchpoint', 'merge')
export const feeling = inQuestion('feeling', 'feelings')
export const information = inQuestion('information', 'information')
export const standard = inQuestion('standard', 'standards')
export const authority = inQuestion('authority', 'responsibility')
export const incident = inQuestion('case', 'cases')
export const station = (id: string, chain: string, fields: Fields = {}): Given => ({ id, kind: 'station', in: chain, fields })
export const task = inQuestion('task', 'everyday')
export const measure = inQuestion('measure', 'measures')
export const feedback = inQuestion('feedback', 'measures')
export const responsibility = inQuestion('responsibility', 'responsibility')
