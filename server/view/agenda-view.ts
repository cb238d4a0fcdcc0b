import type { Moment } from './moment.ts'

export function agendaView({ frame: { agenda } }: Moment) {
  return { agenda }
}

export function leadAgendaView({ frame: { notes } }: Moment) {
  return { notes }
}

export function timerView({ frame: { timer } }: Moment) {
  return { timer }
}

export function guidanceView({ frame: { call, spotlight } }: Moment) {
  return { call, spotlight }
}
