import type { PersonId } from '../../src/model/ids.ts'
import type { Moment } from './moment.ts'

export function attentionView({ frame, online }: Moment) {
  const asked = frame.roster.filter(
    ({ id, role, removed }) => !removed && role === 'participant' && (online.has(id) || frame.ready.includes(id)),
  )
  return { ready: { count: asked.filter(({ id }) => frame.ready.includes(id)).length, of: asked.length } }
}

export function leadAttentionView({ frame: { ready, hands }, lastEditAt = null }: Moment) {
  return { ready, hands, lastEditAt }
}

export function myAttentionView({ frame: { ready, hands } }: Moment, person: PersonId) {
  return { ready: ready.includes(person), hand: hands.includes(person) }
}
