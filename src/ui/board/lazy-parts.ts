import { lazy } from 'react'
import { fetchTexts } from '../../i18n/i18n.ts'
import type { Language } from '../../model/text.ts'
import { keepProgram } from '../../sync/offline-program.ts'

/** What is not on the first screen. Loaded when first asked for, or beforehand by `loadParts`. */
const parts = {
  carry: () => import('../dnd/keyboard-carry.ts'),
  answer: () => import('./answer-said.tsx'),
  filterPanel: () => import('../find/filter-panel.tsx'),
  filterStrip: () => import('../find/filter-strip.tsx'),
  bin: () => import('../dialogs/bin-dialog.tsx'),
  choose: () => import('../card/choose-link.tsx'),
  details: () => import('../card/card-details.tsx'),
  drag: () => import('../dnd/drag-engine.tsx'),
  gaps: () => import('../gaps/gap-panel.tsx'),
  insight: () => import('../gaps/follow-insight.tsx'),
  maturity: () => import('./maturity-meter.tsx'),
  menu: () => import('../card/card-menu.tsx'),
  many: () => import('../many/many-actions.ts'),
  stacks: () => import('../many/many-stacks.ts'),
  move: () => import('../card/move-dialog.tsx'),
  link: () => import('../card/link-picker.tsx'),
  agenda: () => import('../lead/agenda-dialog.tsx'),
  lead: () => import('../lead/lead.tsx'),
  invite: () => import('../dialogs/invite-dialog.tsx'),
  objections: () => import('../dialogs/objections-dialog.tsx'),
  people: () => import('../people/people-dialog.tsx'),
  passes: () => import('../passes/passes-dialog.tsx'),
  park: () => import('../dialogs/park-dialog.tsx'),
  phoneMenu: () => import('./phone-menu.tsx'),
  plan: () => import('../dialogs/plan-dialog.tsx'),
  planPlace: () => import('../places/plan/plan-place.tsx'),
  projector: () => import('../places/projector/projector.tsx'),
  responsibility: () => import('../places/responsibility/responsibility-place.tsx'),
  rehearsal: () => import('../places/rehearsal/rehearsal-place.tsx'),
  selection: () => import('../many/selection-bar.tsx'),
  settings: () => import('../dialogs/settings-dialog.tsx'),
  closeVotes: () => import('../rounds/close-votes-dialog.tsx'),
  hands: () => import('../rounds/hands-dialog.tsx'),
  history: () => import('../dialogs/history-dialog.tsx'),
  questionMenu: () => import('../rounds/question-menu.tsx'),
  silence: () => import('../rounds/silence-dialog.tsx'),
  silenceStrip: () => import('../rounds/silence-strip.tsx'),
  silentDrafts: () => import('../rounds/silent-drafts.tsx'),
  result: () => import('../rounds/result-dialog.tsx'),
  roundsNews: () => import('../rounds/rounds-news.tsx'),
  vote: () => import('../rounds/vote-dialog.tsx'),
  voteRow: () => import('../rounds/vote-row.tsx'),
  voteStrip: () => import('../rounds/vote-strip.tsx'),
}

export const AnswerSaid = lazy(async () => ({ default: (await parts.answer()).AnswerSaid }))
export const FilterPanel = lazy(async () => ({ default: (await parts.filterPanel()).FilterPanel }))
export const FilterStrip = lazy(async () => ({ default: (await parts.filterStrip()).FilterStrip }))
export const BinDialog = lazy(async () => ({ default: (await parts.bin()).BinDialog }))
export const CardDetails = lazy(async () => ({ default: (await parts.details()).CardDetails }))
export const ChooseLink = lazy(async () => ({ default: (await parts.choose()).ChooseLink }))
export const CardMenu = lazy(async () => ({ default: (await parts.menu()).CardMenu }))
export const DragEngine = lazy(async () => ({ default: (await parts.drag()).DragEngine }))
export const FollowInsight = lazy(async () => ({ default: (await parts.insight()).FollowInsight }))
export const GapPanel = lazy(async () => ({ default: (await parts.gaps()).GapPanel }))
export const MaturityMeter = lazy(async () => ({ default: (await parts.maturity()).MaturityMeter }))
export const LinkPicker = lazy(async () => ({ default: (await parts.link()).LinkPicker }))
export const MoveDialog = lazy(async () => ({ default: (await parts.move()).MoveDialog }))
export const AgendaDialog = lazy(async () => ({ default: (await parts.agenda()).AgendaDialog }))
export const Lead = lazy(async () => ({ default: (await parts.lead()).Lead }))
export const InviteDialog = lazy(async () => ({ default: (await parts.invite()).InviteDialog }))
export const ObjectionsDialog = lazy(async () => ({ default: (await parts.objections()).ObjectionsDialog }))
export const PeopleDialog = lazy(async () => ({ default: (await parts.people()).PeopleDialog }))
export const PassesDialog = lazy(async () => ({ default: (await parts.passes()).PassesDialog }))
export const ParkDialog = lazy(async () => ({ default: (await parts.park()).ParkDialog }))
export const PhoneMenu = lazy(async () => ({ default: (await parts.phoneMenu()).PhoneMenu }))
export const PlanDialog = lazy(async () => ({ default: (await parts.plan()).PlanDialog }))
export const PlanPlace = lazy(async () => ({ default: (await parts.planPlace()).PlanPlace }))
export const Projector = lazy(async () => ({ default: (await parts.projector()).Projector }))
export const ResponsibilityPlace = lazy(async () => ({ default: (await parts.responsibility()).ResponsibilityPlace }))
export const RehearsalPlace = lazy(async () => ({ default: (await parts.rehearsal()).RehearsalPlace }))
export const QuestionMenu = lazy(async () => ({ default: (await parts.questionMenu()).QuestionMenu }))
export const CloseVotesDialog = lazy(async () => ({ default: (await parts.closeVotes()).CloseVotesDialog }))
export const HistoryDialog = lazy(async () => ({ default: (await parts.history()).HistoryDialog }))
export const HandsDialog = lazy(async () => ({ default: (await parts.hands()).HandsDialog }))
export const ResultDialog = lazy(async () => ({ default: (await parts.result()).ResultDialog }))
export const RoundsNews = lazy(async () => ({ default: (await parts.roundsNews()).RoundsNews }))
export const VoteDialog = lazy(async () => ({ default: (await parts.vote()).VoteDialog }))
export const VoteRow = lazy(async () => ({ default: (await parts.voteRow()).VoteRow }))
export const VoteStrip = lazy(async () => ({ default: (await parts.voteStrip()).VoteStrip }))
export const SilenceDialog = lazy(async () => ({ default: (await parts.silence()).SilenceDialog }))
export const SilenceStrip = lazy(async () => ({ default: (await parts.silenceStrip()).SilenceStrip }))
export const SilentDrafts = lazy(async () => ({ default: (await parts.silentDrafts()).SilentDrafts }))
export const SettingsDialog = lazy(async () => ({ default: (await parts.settings()).SettingsDialog }))

/** What picks a card up by keyboard. */
export const loadCarry = parts.carry
export const SelectionBar = lazy(async () => ({ default: (await parts.selection()).SelectionBar }))

/** What changes several cards at once. */
export const loadMany = parts.many
export const loadStacks = parts.stacks

/** Fetches everything while the network is there, so that the board works without it later; what a PDF needs only where one is likely made. */
export async function loadParts(planLanguage: Language | null): Promise<void> {
  await Promise.all([
    ...Object.values(parts).map((load) => load()),
    import('../../export/plan-pdf.ts').then(async (plan) => {
      if (planLanguage) await plan.preparePlanPdf(planLanguage)
    }),
    import('../../export/board-json.ts'),
    import('../../export/plan-file-name.ts'),
    import('../../insight/plan.ts'),
    fetchTexts(),
  ]).catch(() => undefined)
  keepProgram()
}
