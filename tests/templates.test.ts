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

test('a broken template is refused with the path of the fault', () => {
  const broken = structuredClone(read('kickoff.json')) as { questions: { kinds: string[] }[] }
  broken.questions[2]!.kinds = ['ghost']
  const fault = templateSchema.safeParse(broken).error?.issues[0]
  expect(fault?.path).toEqual(['questions', 2])
  expect(fault?.message).toContain('ghost')
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
