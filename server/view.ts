import type { PersonId } from '../src/model/ids.ts'
import { MessageType } from '../src/protocol/messages.ts'
import type { LeadView, MyView, SharedView, View } from '../src/protocol/view.ts'
import { roleOf } from './frame/roster.ts'
import { encodeJsonBytes } from './room/wire.ts'
import { agendaView, guidanceView, leadAgendaView, timerView } from './view/agenda-view.ts'
import { attentionView, leadAttentionView, myAttentionView } from './view/attention-view.ts'
import { boardView } from './view/board-view.ts'
import { leadRoundsView, roundsView } from './view/rounds-view.ts'
import type { Moment } from './view/moment.ts'
import { leadJoiningView, myPeopleView, peopleView } from './view/people-view.ts'

const sharedView = (moment: Moment): SharedView => ({
  rev: moment.frame.rev,
  now: moment.now,
  ...boardView(moment),
  ...peopleView(moment),
  ...attentionView(moment),
  ...agendaView(moment),
  ...timerView(moment),
  ...guidanceView(moment),
  rounds: roundsView(moment),
})

/** For facilitators only. */
const leadView = (moment: Moment): LeadView => ({
  ...leadAttentionView(moment),
  ...leadAgendaView(moment),
  ...leadJoiningView(moment),
  rounds: leadRoundsView(moment),
})

/** For this person only. */
const myView = (moment: Moment, person: PersonId): MyView => ({ ...myPeopleView(moment, person), ...myAttentionView(moment, person) })

/** The frame as one person may see it. */
export function viewFor(moment: Moment, person: PersonId): View {
  const leads = roleOf(moment.frame, person) === 'facilitator'
  return { ...sharedView(moment), lead: leads ? leadView(moment) : null, me: myView(moment, person) }
}

/** Encodes views of one moment: what many see alike is written out once. */
export function viewEncoder(moment: Moment): (person: PersonId) => Uint8Array {
  const shared = Buffer.from(JSON.stringify(sharedView(moment)).slice(0, -1))
  const lead = Buffer.from(`,"lead":${JSON.stringify(leadView(moment))}`)
  const none = Buffer.from(',"lead":null')
  return (person) => {
    const leads = roleOf(moment.frame, person) === 'facilitator'
    const me = Buffer.from(`,"me":${JSON.stringify(myView(moment, person))}}`)
    return encodeJsonBytes(MessageType.View, [shared, leads ? lead : none, me])
  }
}
