import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
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
