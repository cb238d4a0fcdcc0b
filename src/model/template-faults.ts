import type { Template } from './template.ts'
import { readStep, type Path } from './template-ids.ts'
import type { Condition, Rule } from './template-rules.ts'

export interface Fault {
  readonly path: (string | number)[]
  readonly message: string
}

type Place = Fault['path']
type Report = (names: readonly (string | undefined)[], path: Place) => void

interface Checks {
  readonly kind: Report
  readonly relation: Report
  readonly question: Report
  readonly field: Report
}

/** Every name that a part of the template uses and no other part declares, and every name that is declared twice. */
export function namesFaults(template: Template): Fault[] {
  const faults: Fault[] = []
  const known = (what: string, declared: readonly string[]): Report => {
    const names = new Set(declared)
    return (used, path) => {
      for (const name of used) {
        if (name !== undefined && !names.has(name)) faults.push({ path, message: `no ${what} "${name}" is declared` })
      }
    }
  }
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map((entry) => entry.id)
  const checks: Checks = {
    kind: known('kind', ids(template.kinds)),
    relation: known('relation', ids(template.relations)),
    question: known('question', ids(template.questions)),
    field: known(
      'field',
      template.kinds.flatMap((kind) => ids(kind.fields)),
    ),
  }
  checkParts(template, checks)
  template.rules.forEach((rule, at) => checkRule(rule, checks, ['rules', at]))
  checkViews(template, checks)
  checkPapers(template, checks)
  const named = {
    kinds: template.kinds,
    relations: template.relations,
    questions: template.questions,
    rules: template.rules,
    agenda: template.agenda ?? [],
    papers: template.papers ?? [],
  }
  for (const [what, list] of Object.entries(named)) faults.push(...twice(ids(list), what))
  template.rules.forEach((rule, at) => {
    if (rule.type === 'chain' && !template.chain) faults.push({ path: ['rules', at], message: 'no "chain" is declared' })
    if (rule.type === 'covered' && !rule.scope && !rule.everyone)
      faults.push({ path: ['rules', at], message: 'a rule "covered" needs "scope" or "everyone"' })
  })
  template.questions.forEach((question, at) => {
    for (const part of FORM_NEEDS[question.form]) {
      if (question[part] === undefined) faults.push({ path: ['questions', at], message: `the form "${question.form}" needs "${part}"` })
    }
  })
  return faults
}

const FORM_NEEDS = {
  collect: [],
  assign: [],
  sort: ['field'],
  grid: ['fields'],
  chain: ['container', 'station'],
} as const

function checkParts(template: Template, { kind, relation, field, question }: Checks): void {
  template.kinds.forEach((entry, at) => {
    kind(entry.holds ?? [], ['kinds', at])
    for (const each of entry.fields) field(each.when?.fields ?? [], ['kinds', at])
  })
  kind([template.stack], ['stack'])
  kind([template.areas], ['areas'])
  template.agenda?.forEach((block, at) => question(block.questions, ['agenda', at]))
  template.relations.forEach((entry, at) => kind([...entry.from, ...entry.to], ['relations', at]))
  template.questions.forEach((entry, at) => {
    const path = ['questions', at]
    const starters = entry.starters.flatMap((starter) => [starter, ...(starter.inside ?? [])])
    kind([...entry.kinds, entry.of, entry.container, entry.station, ...starters.map((starter) => starter.kind)], path)
    field([entry.field, ...(entry.fields ?? []), ...starters.flatMap((starter) => Object.keys(starter.fields ?? {}))], path)
    relation([entry.relation], path)
  })
}

function checkRule(rule: Rule, { kind, relation, field }: Checks, path: Place): void {
  if (rule.type === 'answered' || rule.type === 'chain') return
  kind([...rule.every, ...(rule.once ?? [])], path)
  const walk = (steps: Path): void =>
    relation(
      steps.map((step) => readStep(step).relation),
      path,
    )
  const condition = (part: Condition): void => ('path' in part ? walk(part.path) : field(part.fields, path))
  rule.when?.forEach(condition)
  if (rule.type === 'filled') return field(rule.fields, path)
  walk(rule.path)
  if (rule.type === 'linked') rule.or?.forEach(walk)
  if (rule.type === 'covered') {
    rule.scope?.forEach(walk)
    kind(rule.everyone?.of ?? [], path)
    rule.everyone?.when?.forEach(condition)
  }
  if (rule.type === 'load') field([rule.sum, rule.capacity], path)
}

function checkViews(template: Template, { kind, relation, field, question }: Checks): void {
  const { plan, chain } = template
  kind([...plan.measures, ...plan.tasks, ...plan.responsibilities], ['plan'])
  relation([...plan.doers, ...plan.owners.flat(), plan.covers, plan.standards], ['plan'])
  field([plan.due, plan.locus, plan.recommendation, plan.hours, plan.capacity, ...(plan.leaveOut ?? [])], ['plan'])
  question(plan.parking, ['plan'])
  field([plan.ask, plan.decided, plan.status?.field, plan.status?.note, plan.status?.carried], ['plan'])
  plan.registers?.forEach((register, at) => {
    const path = ['plan', 'registers', at]
    kind([register.of, ...register.columns.flatMap((column) => column.kinds ?? [])], path)
    field(
      register.columns.map((column) => column.field),
      path,
    )
    relation(
      register.columns.flatMap((column) => (column.path ?? []).map((step) => readStep(step).relation)),
      path,
    )
  })
  if (!chain) return
  const makes = [...chain.asks, chain.handover].flatMap((ask) => ask.makes)
  kind([chain.of, chain.station, ...makes.map((make) => make.kind)], ['chain'])
  relation([chain.who, chain.at, ...makes.flatMap((make) => make.relations)], ['chain'])
  field([chain.key, chain.handover.field, ...chain.asks.map((ask) => ask.field)], ['chain'])
}

function checkPapers(template: Template, { kind, relation, field }: Checks): void {
  template.papers?.forEach((paper, at) => {
    const path = ['papers', at]
    kind([paper.of, ...paper.blocks.flatMap((block) => [block.of, ...(block.kinds ?? [])])], path)
    field(
      paper.blocks.flatMap((block) => [block.field, ...(block.before ?? []), ...(block.after ?? [])]),
      path,
    )
    relation(
      paper.blocks.flatMap((block) => (block.paths ?? []).flat().map((step) => readStep(step).relation)),
      path,
    )
  })
}

function twice(ids: readonly string[], what: string): Fault[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => ({ path: [what], message: `"${id}" is declared twice` }))
}
