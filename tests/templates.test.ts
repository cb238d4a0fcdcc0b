import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { templateSchema } from '../src/model/template.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(`templates/${name}`, 'utf8'))
const files = readdirSync('templates').filter(
  (name) => name.endsWith('.json') && !name.endsWith('.sample.json') && !name.endsWith('.schema.json'),
)

describe.each(files)('%s', (file) => {
  test('fits the schema', () => {
    expect(templateSchema.safeParse(read(file)).error).toBeUndefined()
  })
})

describe('a broken template is refused with the path of the fault and what was expected', () => {
  type Loose = Record<'questions' | 'rules' | 'relations' | 'kinds', Record<string, unknown>[]> & { chain?: unknown }
  const faults: [string, (template: Loose) => void, string, string][] = [
    ['a kind that is not declared', (it) => (it.questions[2]!['kinds'] = ['ghost']), 'questions.2', 'no kind "ghost"'],
    ['a relation in a path', (it) => (it.rules[0]!['path'] = ['>ghost']), 'rules.0', 'no relation "ghost"'],
    ['a field in a condition', (it) => (it.rules[0]!['when'] = [{ fields: ['ghost'] }]), 'rules.0', 'no field "ghost"'],
    ['a form without what it needs', (it) => (it.questions[0]!['form'] = 'grid'), 'questions.0', 'the form "grid" needs'],
    ['a rule about chains without a chain', (it) => delete it.chain, 'rules', 'no "chain" is declared'],
    ['a name that is given twice', (it) => (it.relations[1]!['id'] = it.relations[0]!['id']), 'relations', 'is declared twice'],
    ['a word that the engine does not know', (it) => (it.kinds[0]!['colour'] = 'blue'), 'kinds.0', 'colour'],
    ['a rule that covers nobody', (it) => (it.rules[0] = { ...it.rules[0], type: 'covered' }), 'rules.0', 'needs "scope" or "everyone"'],
    ['a step that is no relation', (it) => (it.rules[0]!['path'] = ['<does']), 'rules.0.path.0', '">" before it'],
  ]
  test.each(faults)('%s', (_, breakIt, path, message) => {
    const broken = structuredClone(read('kickoff.json')) as Loose
    // Any column may be the first to lose its fields.
    delete broken.questions[0]!['fields']
    breakIt(broken)
    const issues = templateSchema.safeParse(broken).error?.issues ?? []
    expect(issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n')).toMatch(
      new RegExp(`^${path.replaceAll('.', '\\.')}.*${message}`, 'm'),
    )
  })
})

test('a template of the first version, as old boards carry it, still fits', () => {
  const words = { de: 'Wort', en: 'word' }
  const count = { one: words, other: words }
  const kind = { label: words, count, icon: 'user', color: 'blue' }
  const texts = { label: words, text: words, count, mend: words }
  const { label: _, ...rule } = texts
  const first = {
    id: 'first',
    version: 1,
    name: words,
    summary: words,
    title: words,
    goal: words,
    kinds: [
      { id: 'actor', ...kind },
      { id: 'task', ...kind, fields: [{ id: 'locus', label: words, type: 'choice', options: [{ id: 'central', label: words }] }] },
    ],
    relations: [{ id: 'does', from: ['actor'], to: ['task'], drop: words, labelTo: words, labelFrom: words, max: 1 }],
    questions: [
      { id: 'doers', mark: '1', title: words, hint: words, form: 'assign', kinds: ['actor'], of: 'actor', starters: [] },
      { id: 'locus', mark: '2', title: words, hint: words, form: 'sort', kinds: ['task'], of: 'task', field: 'locus' },
    ],
    rules: [
      { id: 'R07', type: 'linked', every: ['task'], path: ['does'], level: 'high', ...rule },
      { id: 'R10', type: 'filled', every: ['task'], fields: ['locus'], level: 'mid', ...rule },
      { id: 'R26', type: 'answered', level: 'high', ...rule },
    ],
    plan: { title: words, measures: [], tasks: ['task'], responsibilities: [], parking: [], doers: ['does'], owners: [['does']] },
  }
  const parsed = templateSchema.safeParse(first)
  expect(parsed.error).toBeUndefined()
  expect(templateSchema.safeParse(JSON.parse(JSON.stringify(parsed.data))).data).toEqual(parsed.data)
})

test('a template survives being stored with a board', () => {
  const parsed = templateSchema.parse(read('kickoff.json'))
  expect(templateSchema.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
})

test('the JSON Schema beside the templates is the one that the engine checks with', async () => {
  const schema = z.toJSONSchema(templateSchema, { io: 'input', unrepresentable: 'any' })
  await expect(`${JSON.stringify({ ...schema, title: 'Auftakt workshop template' }, null, 2)}\n`).toMatchFileSnapshot(
    '../templates/template.schema.json',
  )
})

test.each(files)('%s names its kinds and its schema', (file) => {
  expect((read(file) as { $schema: string }).$schema).toBe('./template.schema.json')
})
