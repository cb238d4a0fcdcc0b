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
    people: [],
    ...more,
  }
}

export const actor = (id: string): Given => ({ id, kind: 'actor', in: 'actors' })
export const task = (id: string, fields: Record<string, FieldValue> = {}): Given => ({ id, kind: 'task', in: 'everyday', fields })
export const measure = (id: string, fields: Record<string, FieldValue> = {}): Given => ({ id, kind: 'measure', in: 'measures', fields })
export const responsibility = (id: string): Given => ({ id, kind: 'responsibility', in: 'responsibility' })
