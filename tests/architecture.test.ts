import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** What the linter cannot say. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src', 'server'], { encoding: 'utf8' })
  .split('\n')
  .filter((name) => /\.tsx?$/.test(name))
const code = new Map(files.map((name) => [name, readFileSync(name, 'utf8')]))
const naming = (pattern: RegExp, except: (name: string) => boolean = () => false): string[] =>
  [...code].filter(([name, text]) => !except(name) && pattern.test(text)).map(([name]) => name)

test('there is code to look at', () => {
  expect(files.length).toBeGreaterThan(80)
})

test('the engine knows no word of customer management: it comes from the template', () => {
  const words = /kunde|customer|touchpoint|kontaktpunkt|erfolgsgef|reklamation|complaint/i
  expect(naming(words, (name) => name.startsWith('src/i18n/'))).toEqual([])
})

test('only the content file opens roots of the document', () => {
  expect(naming(/\.get(Map|Text|Array)\(/, (name) => name === 'src/model/content.ts')).toEqual([])
})

test('there are no barrels', () => {
  expect(files.filter((name) => /(^|\/)index\.tsx?$/.test(name))).toEqual([])
})

test('no text of the interface stands outside the dictionaries', () => {
  const german = />[^<>{}]*[äöüÄÖÜß][^<>{}]*</
  expect(naming(german, (name) => !name.startsWith('src/ui/'))).toEqual([])
})
