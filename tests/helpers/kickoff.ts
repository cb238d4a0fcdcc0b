import { readFileSync } from 'node:fs'
import { templateSchema, type Template } from '../../src/model/template.ts'

/** The shipped template, as the server reads it. */
export const kickoff: Template = templateSchema.parse(JSON.parse(readFileSync('templates/kickoff.json', 'utf8')))
