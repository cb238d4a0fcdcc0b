import type { Board } from '../model/board.ts'
import type { Card } from '../model/card.ts'
import type { CardId } from '../model/ids.ts'
import { fill } from '../model/text.ts'
import type { Gap } from './gaps.ts'
import type { Finding } from './gap.ts'
import { questionsInOrder, type PlanQuestion } from './questions.ts'
import { formatNumber } from './values.ts'
import { joinTexts, labelOfField, shortText } from './wording.ts'

type Cards = ReadonlyMap<CardId, Card>

/** Puts findings into the board's language, with the cards' present texts. */
export function labelFindings(board: Board, cards: Cards, findings: readonly Finding[]): Gap[] {
  const questions = new Map(questionsInOrder(board).map((question) => [question.id, question]))
  const name = stationNames(board, cards)
  return findings.map((finding) => {
    const { rule, subject, mendAt } = finding
    const values = valuesOf(board, cards, name, finding, finding.question && questions.get(finding.question))
    return {
      id: `${rule.id}:${subject}`,
      rule: rule.id,
      level: rule.level,
      text: fill(rule.text[board.language], values),
      mend: rule.mend[board.language],
      mendAt,
      cards: finding.cards,
      ...(finding.question && { question: finding.question }),
      ...(finding.fields && { fields: finding.fields }),
      ...(finding.contradiction && { contradiction: finding.contradiction }),
      ...(rule.decision && { decision: fill(rule.decision[board.language], values) }),
    }
  })
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
  return {
    ...(card && { card: shortText(card.text) }),
    ...(card && finding.fields && { fields: finding.fields.map((field) => labelOfField(board, card.kind, field)).join(', ') }),
    ...(finding.linked && {
      linked: joinTexts(
        finding.linked.flatMap((id) => cards.get(id) ?? []),
        language,
      ),
    }),
    ...(question && { mark: question.mark, question: question.title }),
    ...(finding.load && {
      load: formatNumber(finding.load.load, language),
      capacity: formatNumber(finding.load.capacity, language),
      over: formatNumber(finding.load.load - finding.load.capacity, language),
    }),
    ...(finding.station && { station: name(finding.station) }),
    ...(finding.next && { next: name(finding.next) }),
    ...(finding.reason && { reason: finding.reason[language] }),
  }
}

/** A station goes by the name of who stands there, else by its own text. */
export function stationNames(board: Board, cards: Cards): (station: CardId) => string {
  const who = new Map<CardId, Card>()
  for (const link of board.links) {
    const stands = link.relation === board.template.chain?.who ? cards.get(link.from) : undefined
    if (stands && !who.has(link.to)) who.set(link.to, stands)
  }
  return (station) => shortText((who.get(station) ?? cards.get(station))?.text ?? '')
}
