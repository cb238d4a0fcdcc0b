import type { Rehearsal } from '../../../insight/chain.ts'
import type { CardId, QuestionId } from '../../../model/ids.ts'
import type { Kind, Template } from '../../../model/template.ts'
import type { ChainForm } from '../../../model/template-views.ts'
import { useBoard, useTemplate } from '../../board/board-context.ts'

export interface Chain {
  readonly form: ChainForm
  readonly of: Kind
  readonly station: Kind
  /** Where a new chain lies, and what is offered there. */
  readonly question: QuestionId | null
}

/** The chain that the template declares; the place is offered only where there is one. */
export function useChain(): Chain {
  const template = useTemplate()
  const form = template.chain
  const of = form && kindOf(template, form.of)
  const station = form && kindOf(template, form.station)
  if (!form || !of || !station) throw new Error('the template has no chain')
  const questions = template.questions.filter((question) => question.of === undefined && question.kinds.includes(form.of))
  const question = questions.find((known) => known.kinds[0] === form.of) ?? questions[0]
  return { form, of, station, question: question?.id ?? null }
}

function kindOf(template: Template, id: string): Kind | undefined {
  return template.kinds.find((kind) => kind.id === id)
}

/** The question in which a chain lies at this moment. */
export function useHomeOf(card: CardId): string | undefined {
  return useBoard((state) => state.cards.get(card)?.place.in)
}

export type Standing = 'solved' | 'broken' | 'open'

/** How a station stands: solved, with something missing, or not asked to the end. */
export function standingOf(station: Rehearsal['stations'][number]): Standing {
  if (station.solved) return 'solved'
  const isAsked = station.marks.every((mark) => mark.said !== 'blank')
  return isAsked || station.marks.some((mark) => mark.said === 'bad' || mark.said === 'open') ? 'broken' : 'open'
}
