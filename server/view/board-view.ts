import type { Moment } from './moment.ts'

export function boardView({ frame: { title, organisation, goal, language, locked, follows, questions } }: Moment) {
  return { title, organisation, goal, language, locked, follows, questions }
}
