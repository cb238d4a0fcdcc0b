import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../../server/log.ts'
import { BrokenTemplate, loadTemplates, type Templates } from '../../server/templates.ts'
import { kickoff } from '../helpers/kickoff.ts'

let folder = ''
const log: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'auftakt-templates-'))
  log.length = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const load = (): Templates =>
  loadTemplates(
    folder,
    createLog('info', (line) => log.push(line)),
  )
const put = (name: string, value: unknown): void =>
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))

test('every template of the folder is offered; schema and samples are none', () => {
  put('kickoff.json', kickoff)
  put('other.json', { ...kickoff, id: 'other' })
  put('template.schema.json', {})
  put('readme.txt', 'x')
  expect(
    load()
      .list()
      .map(({ id, sample, questions }) => [id, sample, questions]),
  ).toEqual([
    ['kickoff', false, kickoff.questions.length],
    ['other', false, kickoff.questions.length],
  ])
})

test('a broken template stops the start and names the file and the place', () => {
  put('kickoff.json', { ...kickoff, kinds: [{ ...kickoff.kinds[0], icon: 'none' }] })
  expect(load).toThrow(BrokenTemplate)
  expect(load).toThrow(/^kickoff\.json: kinds\.0\.icon/)
  put('kickoff.json', '{ no json')
  expect(load).toThrow(/^kickoff\.json: /)
})

test('a broken sample is left out and logged', () => {
  put('kickoff.json', kickoff)
  put('kickoff.sample.json', { template: 'kickoff' })
  const templates = load()
  expect(templates.sample('kickoff')).toBeUndefined()
  expect(templates.list()[0]?.sample).toBe(false)
  expect(log.join()).toContain('kickoff.sample.json')
})
