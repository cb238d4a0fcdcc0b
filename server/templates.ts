import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { sampleSchema, type Sample } from '../src/model/sample.ts'
import { templateSchema, type Template } from '../src/model/template.ts'
import type { TemplateList } from '../src/protocol/api.ts'
import type { Log } from './log.ts'

export class BrokenTemplate extends Error {}

export interface Templates {
  get(id: string): Template | undefined
  sample(id: string): Sample | undefined
  list(): TemplateList
}

const SAMPLE = '.sample.json'

/**
 * Reads every template of a folder. A broken sample is left out and logged; a broken template stops the start.
 * @throws BrokenTemplate naming the file and the place in it
 */
export function loadTemplates(folder: string, log: Log): Templates {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  const templates = new Map<string, Template>()
  const samples = new Map<string, Sample>()
  for (const name of names.filter((name) => !name.endsWith(SAMPLE))) {
    const template = parse(templateSchema, folder, name)
    templates.set(template.id, template)
  }
  for (const name of names.filter((name) => name.endsWith(SAMPLE))) {
    try {
      const sample = parse(sampleSchema, folder, name)
      samples.set(sample.template, sample)
    } catch (error) {
      log.error('broken-sample', { why: String(error) })
    }
  }
  return {
    get: (id) => templates.get(id),
    sample: (id) => samples.get(id),
    list: () =>
      [...templates.values()].toSorted(byPosition).map(({ id, name, summary, title, questions }) => ({
        id,
        name,
        summary,
        title,
        questions: questions.length,
        sample: samples.has(id),
      })),
  }
}

function byPosition(a: Template, b: Template): number {
  return (a.position ?? Infinity) - (b.position ?? Infinity) || (a.id < b.id ? -1 : 1)
}

function parse<T extends z.ZodType>(schema: T, folder: string, name: string): z.output<T> {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  } catch (error) {
    throw new BrokenTemplate(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BrokenTemplate(`${name}: ${issue?.path.join('.') || '(file)'}: ${issue?.message}`)
}
