import type { PersonId } from '../src/model/ids.ts'
import type { LeadView, MyView, SharedView, View } from '../src/protocol/view.ts'
import { roleOf } from './frame/roster.ts'
import { agendaView, guidanceView, leadAgendaView, timerView } from './view/agenda-view.ts'
import { attentionView, leadAttentionView, myAttentionView } from './view/attention-view.ts'
import { boardView } from './view/board-view.ts'
import { leadRoundsView, roundsView } from './view/rounds-view.ts'
import type { Moment } from './view/moment.ts'
import { leadJoiningView, myPeopleView, peopleView } from './view/people-view.ts'

/** What everybody sees. */
export const sharedView = (moment: Moment): SharedView => ({
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
export const leadView = (moment: Moment): LeadView => ({
  ...leadAttentionView(moment),
  ...leadAgendaView(moment),
  ...leadJoiningView(moment),
  rounds: leadRoundsView(moment),
})

/** For this person only. */
export const myView = (moment: Moment, person: PersonId): MyView => ({
  ...myPeopleView(moment, person),
  ...myAttentionView(moment, person),
})

/** The frame as one person may see it. */
export function viewFor(moment: Moment, person: PersonId): View {
  const leads = roleOf(moment.frame, person) === 'facilitator'
  return { ...sharedView(moment), lead: leads ? leadView(moment) : null, me: myView(moment, person) }
}
