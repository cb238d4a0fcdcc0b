import { dueOf, dutiesOf } from '../../src/insight/duties.ts'
import { indexBoard, sourcesOf } from '../../src/insight/graph.ts'
import { detailsOf } from '../../src/insight/values.ts'
import type { Board } from '../../src/model/board.ts'
import type { PassSubject } from '../../src/model/passes.ts'
import type { StatusSheet } from '../../src/protocol/api.ts'

/** What the owner of a pass may see, in the words of the board; null for a board whose template knows no status. */
export function statusSheet(board: Board, subject: PassSubject): StatusSheet | null {
  const { template, language, title, organisation } = board
  const { plan } = template
  const { status } = plan
  if (!status) return null
  const options = template.kinds
    .filter((kind) => plan.measures.includes(kind.id))
    .flatMap((kind) => kind.fields.find((field) => field.id === status.field)?.options ?? [])
  const graph = indexBoard(board)
  return {
    title,
    organisation,
    language,
    options: [...new Map(options.map((option) => [option.id, option])).values()].map(({ id, label, tone }) => ({
      id,
      label: label[language],
      tone: tone ?? null,
      needsNote: status.dropped.includes(id),
    })),
    measures: dutiesOf(board, graph, subject).map((card) => {
      const { [status.field]: state, [status.note]: note } = card.fields
      return {
        card: card.id,
        text: card.text.trim(),
        due: dueOf(board, card),
        doers: [...new Set(plan.doers.flatMap((relation) => sourcesOf(graph, card.id, relation)))].map((doer) => doer.text.trim()),
        details: detailsOf(template, card, language, [plan.due, plan.locus, plan.recommendation, ...(plan.leaveOut ?? [])]),
        state: typeof state === 'string' ? state : null,
        note: typeof note === 'string' ? note : '',
      }
    }),
  }
}
