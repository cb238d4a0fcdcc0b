import { readFileSync } from 'node:fs'
import { BOARD_FORMAT, BOARD_VERSION, questionsOf } from '../../src/model/board.ts'
import { linkId } from '../../src/model/link.ts'
import { keysForSlot } from '../../src/model/order.ts'
import { templateSchema } from '../../src/model/template.ts'
import { random } from '../helpers/random.ts'

const WORDS = 'Rückruf Kunde Angebot Frist Reklamation Übergabe Ansprechpartner Besuch Auftrag Monteur Antwort Liefertermin Service'.split(
  ' ',
)

export interface BigBoard {
  /** The text of the board's JSON file. */
  readonly file: string
  readonly questions: readonly string[]
  /** A card that no other card mentions. */
  readonly lone: string
}

/**
 * A board of `count` cards, spread over the ten questions that cards are written in, with some of the links a real one has.
 * Every question takes every kind, so that a dragged card has a place wherever it comes.
 */
export function bigBoard(count: number): BigBoard {
  const { pick, below } = random(count)
  const kickoff = templateSchema.parse(JSON.parse(readFileSync(new URL('../../templates/kickoff.json', import.meta.url), 'utf8')))
  const kinds = kickoff.kinds.map((kind) => kind.id)
  const declared = kickoff.questions.filter((question) => question.of === undefined).map((question) => ({ ...question, kinds }))
  const ids = declared.map((question) => question.id)
  const agenda = kickoff.agenda?.map((block) => ({ ...block, questions: block.questions.filter((id) => ids.includes(id)) }))
  const template = { ...kickoff, questions: declared, agenda }
  const keys = keysForSlot([], 0, count)
  const text = (): string => Array.from({ length: 3 + below(9) }, () => pick(WORDS)).join(' ')
  const cards = keys.map((order, at) => {
    const kind = kinds[Math.floor(at / declared.length) % kinds.length]!
    return { id: `card${at}`, kind, place: { in: declared[at % declared.length]!.id, order }, text: text(), fields: {} }
  })
  const links = template.relations.flatMap((relation) => {
    const from = cards.filter((card) => relation.from.includes(card.kind))
    return cards
      .filter((card) => relation.to.includes(card.kind) && from.length > 0 && below(2) === 0)
      .map((card) => linkId(relation.id, pick(from).id as never, card.id as never))
  })
  const questions = questionsOf(template, 'de')
  const board = {
    format: BOARD_FORMAT,
    version: BOARD_VERSION,
    title: 'Messung',
    organisation: 'Nordwerk Pumpen GmbH',
    goal: '',
    language: 'de',
    template,
    questions,
    cards,
    links,
    answers: {},
    people: [],
  }
  const linked = new Set(links.flatMap((link) => link.split(':').slice(1)))
  const lone = cards.find((card) => !linked.has(card.id))!.id
  return { file: JSON.stringify(board), questions: questions.map((question) => question.id), lone }
}
