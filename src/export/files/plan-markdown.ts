import type { Decision } from '../../insight/plan-decisions.ts'
import type { PlanRow } from '../../insight/plan-rows.ts'
import type { Plan } from '../../insight/plan.ts'
import { formatDay, formatMoney } from '../../insight/values.ts'
import { fill } from '../../model/text.ts'
import { plainText } from './plain-text.ts'
import { FILE_WORDS } from './words.ts'

/** The plan as Markdown for an intranet or a newsletter. What people wrote stays text: no markup, no HTML, no link of theirs takes effect. */
export function planMarkdown(plan: Plan): string {
  const words = FILE_WORDS[plan.language]
  const status = plan.status === 'draft' ? words.draft : words.final
  const blocks = [
    `# ${inline(plan.title)}`,
    [inline(plan.organisation), inline(plan.workshop), `${fill(words.asOf, { date: formatDay(plan.date, plan.language) })} (${status})`]
      .filter((part) => part !== '')
      .join(' · '),
    ...section(words.goal, plan.goal === '' ? [] : [paragraph(plan.goal)]),
    ...section(words.decisions, list(plan.decisions.map((decision) => decisionText(plan, decision)))),
    ...section(
      words.tables.measures,
      table(
        plan,
        plan.rows.filter((row) => row.measure),
      ),
    ),
    ...section(
      words.tables.tasks,
      table(
        plan,
        plan.rows.filter((row) => !row.measure),
      ),
    ),
    ...section(words.tables.responsibilities, list(plan.responsibilities.map((one) => `${inline(one.text)}: ${names(plan, one.holders)}`))),
    `## ${words.answers}`,
    ...plan.answers.flatMap((answer) => [
      `### ${inline(`${answer.mark}. ${answer.title}`)}`,
      ...(answer.wantsAnswer ? [answer.answer === null ? `*${words.unanswered}*` : paragraph(answer.answer)] : []),
      ...list(answer.cards.map(inline)),
    ]),
    ...section(words.openPoints, list(plan.openPoints.flatMap(({ points }) => points.map((point) => inline(point.text))))),
    ...section(words.parking, list(plan.parking.map(inline))),
  ]
  return `${blocks.join('\n\n')}\n`
}

function section(title: string, blocks: readonly string[]): string[] {
  return blocks.length === 0 ? [] : [`## ${title}`, ...blocks]
}

function list(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [items.map((item) => `- ${item}`).join('\n')]
}

function table(plan: Plan, rows: readonly PlanRow[]): string[] {
  if (rows.length === 0) return []
  const words = FILE_WORDS[plan.language]
  const isTold = rows.some((row) => row.status !== null)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    [
      line([words.number, words.what, words.doers, words.owners, words.due, ...(isTold ? [words.standing] : [])]),
      line(['---:', '---', '---', '---', '---', ...(isTold ? ['---'] : [])]),
      ...rows.map((row) =>
        line([
          String(row.number),
          inline(row.text),
          names(plan, row.doers),
          names(plan, row.owners),
          row.due === null ? words.noDate : formatDay(row.due, plan.language),
          ...(isTold ? [[row.status?.text, row.status?.note].flatMap((part) => (part ? inline(part) : [])).join(': ')] : []),
        ]),
      ),
    ].join('\n'),
  ]
}

function names(plan: Plan, people: readonly string[]): string {
  return people.length === 0 ? `*${FILE_WORDS[plan.language].nobody}*` : people.map(inline).join(', ')
}

function decisionText(plan: Plan, decision: Decision): string {
  const words = FILE_WORDS[plan.language]
  const money = decision.cost === null ? '' : formatMoney(decision.cost, plan.language)
  const text = decision.reason === 'cost' ? fill(words.approve, { money, text: decision.text }) : decision.text
  return [
    `**${inline(text)}**`,
    decision.recommendation === null ? '' : inline(fill(words.proposal, { text: decision.recommendation })),
    decision.reason === 'gap' && money !== '' ? fill(words.costs, { money }) : '',
    decision.by === null ? '' : fill(words.neededBy, { date: formatDay(decision.by, plan.language) }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** One line of text whose signs mean nothing to a Markdown reader. */
function inline(text: string): string {
  return (
    plainText(text)
      .trim()
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\`*_{}[\]()<>#+!|~&$^=-]/g, escapeSign)
      .replaceAll(/^(\d+)([.)])/g, String.raw`$1\$2`)
      // A bare address becomes a link in many readers.
      .replaceAll(/:(?=\/\/)|(?<=www)\.|@/g, String.raw`\$&`)
  )
}

function escapeSign(sign: string, at: number, whole: string): string {
  // Inside a word these signs are harmless and stay readable.
  const isInner = /[\p{L}\p{N}]/u.test(whole[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(whole[at + 1] ?? '')
  return isInner && '-+=$'.includes(sign) ? sign : `\\${sign}`
}

function paragraph(text: string): string {
  return plainText(text)
    .split(/\n+/)
    .map(inline)
    .filter((line) => line !== '')
    .join('\n\n')
}
