import { shell } from './de/shell.ts'
import { people } from './de/people.ts'
import { board } from './de/board.ts'
import { spoken } from './de/spoken.ts'
import { lead } from './de/lead.ts'
import { places } from './de/places.ts'
import { passes } from './de/passes.ts'
import { plan } from './de/plan.ts'

/** The interface in German. The board's own texts come from its template. */
export const de = { ...shell, ...people, ...board, ...spoken, ...lead, ...places, ...plan, ...passes }

export type Texts = typeof de
