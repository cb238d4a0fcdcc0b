import { generateIcsCalendar, type IcsDateObject, type IcsEvent } from 'ts-ics'
import type { Plan } from '../../insight/plan.ts'
import { fill } from '../../model/text.ts'
import { plainText } from './plain-text.ts'
import { FILE_WORDS } from './words.ts'

const LONGEST_LINE = 75
const ENCODER = new TextEncoder()
const DAY_MS = 24 * 60 * 60 * 1000

export interface CalendarOptions {
  /** The board's id: importing the same plan again renews its entries instead of doubling them. */
  readonly board: string
  /** The moment of making it, in ms. */
  readonly now: number
  /** The ISO day of the first monthly round; null for none. */
  readonly firstRound: string | null
}

/** The plan's dates as an iCalendar file: a day for each thing that is due, and the monthly round as a series of twelve. */
export function planCalendar(plan: Plan, options: CalendarOptions): string {
  const words = FILE_WORDS[plan.language]
  const stamp: IcsDateObject = { date: new Date(options.now) }
  const due = plan.rows.flatMap((row): IcsEvent[] =>
    row.due === null || (row.status !== null && row.status.standing !== 'open')
      ? []
      : [
          {
            uid: `${row.card}.${options.board}@auftakt`,
            stamp,
            summary: oneLine(fill(words.dueEvent, { text: row.text })),
            description: plainText(
              [
                row.doers.length > 0 ? `${words.doers}: ${row.doers.join(', ')}` : '',
                row.owners.length > 0 ? `${words.owners}: ${row.owners.join(', ')}` : '',
              ]
                .filter((line) => line !== '')
                .join('\n'),
            ),
            ...wholeDay(row.due),
          },
        ],
  )
  const round: IcsEvent[] =
    options.firstRound === null
      ? []
      : [
          {
            uid: `round.${options.board}@auftakt`,
            stamp,
            summary: oneLine(fill(words.review, { title: plan.workshop })),
            description: words.reviewText,
            recurrenceRule: { frequency: 'MONTHLY', count: 12 },
            ...wholeDay(options.firstRound),
          },
        ]
  return foldByBytes(
    generateIcsCalendar({ version: '2.0', prodId: '-//Auftakt//DE', name: oneLine(plan.title), events: [...due, ...round] }),
  )
}

/** RFC 5545 counts 75 octets a line; the library counts letters. */
function foldByBytes(calendar: string): string {
  return calendar
    .replaceAll(/\r\n /g, '')
    .split('\r\n')
    .map((line) => {
      let folded = ''
      let bytes = 0
      for (const sign of line) {
        const size = ENCODER.encode(sign).length
        if (bytes + size > LONGEST_LINE) {
          folded += '\r\n '
          bytes = 1
        }
        folded += sign
        bytes += size
      }
      return folded
    })
    .join('\r\n')
}

function wholeDay(day: string): { readonly start: IcsDateObject; readonly end: IcsDateObject } {
  const date = new Date(`${day}T00:00:00Z`)
  return { start: { date, type: 'DATE' }, end: { date: new Date(date.valueOf() + DAY_MS), type: 'DATE' } }
}

function oneLine(text: string): string {
  return plainText(text).trim().replaceAll(/\s+/g, ' ')
}
