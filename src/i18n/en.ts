import type { Texts } from './de.ts'
import { shell } from './en/shell.ts'
import { people } from './en/people.ts'
import { board } from './en/board.ts'
import { spoken } from './en/spoken.ts'
import { lead } from './en/lead.ts'
import { places } from './en/places.ts'
import { passes } from './en/passes.ts'
import { plan } from './en/plan.ts'

export const en: Texts = { ...shell, ...people, ...board, ...spoken, ...lead, ...places, ...plan, ...passes }
