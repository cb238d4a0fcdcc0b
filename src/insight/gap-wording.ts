import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId } from '../model/ids.ts'
import type { Finding, Gap } from './gap.ts'
import { questionsInOrder, type PlanQuestion } from './questions.ts'
import { formatNumber } from './values.ts'
import { joinTexts, labelOfField, shortText } from './wording.ts'

type Cards = ReadonlyMap<CardId, Card>

/** Puts findings into the board's language, with the cards' present texts. */
export function labelFindings(board: Board, cards: Cards, findings: readonly Finding[]): Gap[] {
  const { language } = board
  const questions = new Map(questionsInOrder(board).map((question) => [question.id, question]))
  const name = stationNames(board, cards)
  const texts = new Map(
    board.template.rules.map((rule) => [
      rule,
      { text: slotted(rule.text[language]), decision: rule.decision && slotted(rule.decision[language]) },
    ]),
  )
  return findings.map((finding) => {
    const { rule, subject, mendAt } = finding
    const values = valuesOf(board, cards, name, finding, finding.question && questions.get(finding.question))
    const { text, decision } = texts.get(rule) ?? { text: slotted(rule.text[language]), decision: undefined }
    const unsettled = finding.unsettled && rule.type === 'answered' ? rule.unsettled?.[finding.unsettled] : undefined
    const gap: Mutable<Gap> = {
      id: `${rule.id}:${subject}`,
      rule: rule.id,
      level: rule.level,
      text: unsettled ? slotted(unsettled.text[language])(values) : text(values),
      mend: (unsettled ?? rule).mend[language],
      mendAt,
      cards: finding.cards,
    }
    if (finding.question) gap.question = finding.question
    if (finding.fields) gap.fields = finding.fields
    if (finding.contradiction) gap.contradiction = finding.contradiction
    if (decision) gap.decision = decision(values)
    return gap
  })
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** As `fill`, with the text taken apart only once. */
function slotted(text: string): (values: Readonly<Record<string, string>>) => string {
  const parts = text.split(/\{(\w+)\}/)
  return (values) => parts.map((part, at) => (at % 2 === 0 ? part : (values[part] ?? `{${part}}`))).join('')
}

/** The slots of a rule's texts. */
function valuesOf(
  board: Board,
  cards: Cards,
  name: (station: CardId) => string,
  finding: Finding,
  question: PlanQuestion | undefined,
): Record<string, string> {
  const card = finding.cards[0] && cards.get(finding.cards[0])
  const { language } = board
  const { fields, linked, load, station, next, reason } = finding
  const values: Record<string, string> = {}
  if (card) values['card'] = shortText(card.text)
  if (card && fields) values['fields'] = fields.map((field) => labelOfField(board, card.kind, field)).join(', ')
  if (linked)
    values['linked'] = joinTexts(
      linked.flatMap((id) => cards.get(id) ?? []),
      language,
    )
  if (question) Object.assign(values, { mark: question.mark, question: question.title })
  if (load) {
    values['load'] = formatNumber(load.load, language)
    values['capacity'] = formatNumber(load.capacity, language)
    values['over'] = formatNumber(load.load - load.capacity, language)
  }
  if (station) values['station'] = name(station)
  if (next) values['next'] = name(next)
  if (reason) values['reason'] = reason[language]
  return values
}

/** A station goes by the name of who stands there, else by its own text. */
function stationNames(board: Board, cards: Cards): (station: CardId) => string {
  const who = new Map<CardId, Card>()
  for (const link of board.links) {
    const stands = link.relation === board.template.chain?.who ? cards.get(link.from) : undefined
    if (stands && !who.has(link.to)) who.set(link.to, stands)
  }
  return (station) => shortText((who.get(station) ?? cards.get(station))?.text ?? '')
}
