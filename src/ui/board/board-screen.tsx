import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ReturnFocusContext } from '../common/return-focus.ts'
import { toast } from '../common/toasts.tsx'
import { BoardDnd } from '../dnd/board-dnd.tsx'
import { FilterPlace } from '../find/filter-place.tsx'
import { FilterProvider } from '../find/filter-provider.tsx'
import { createGapStore, GapContext } from '../gaps/gap-store.ts'
import { GapPlace } from '../gaps/gap-place.tsx'
import { useBoardLanguage, useIsFacilitator, useOpenBoard, useSave } from './board-context.ts'
import styles from './board-screen.module.css'
import { ClosedPage } from './closed-page.tsx'
import { Columns } from './columns.tsx'
import { useAnyTicked } from '../many/ticks.ts'
import { useKeptUnfolded } from '../many/unfolded.ts'
import { Footer } from './footer.tsx'
import { useGoalsOnBoard } from './go-to.ts'
import { Header } from './header.tsx'
import { PhoneHeader } from './phone-header.tsx'
import {
  AgendaDialog,
  BinDialog,
  CardDetails,
  ChooseLink,
  FollowInsight,
  InviteDialog,
  LinkPicker,
  loadParts,
  MoveDialog,
  ObjectionsDialog,
  PeopleDialog,
  ParkDialog,
  PassesDialog,
  PlanDialog,
  Projector,
  SelectionBar,
  SettingsDialog,
  SilenceDialog,
  VoteDialog,
  CloseVotesDialog,
  HandsDialog,
  HistoryDialog,
  ResultDialog,
  RoundsNews,
} from './lazy-parts.ts'
import { LeadPlace } from '../lead/lead-place.tsx'
import { ScreenContext } from './screen-context.ts'
import { useOpened } from './use-opened.ts'
import { NO_ROOM_BESIDE, PHONE, useMedia } from '../hooks/use-media.ts'
import { useRemembered } from './use-remembered.ts'
import { ArrivedContext, useIsProjector, usePlace } from '../places/use-place.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import { MessagePage } from './message-page.tsx'

/** After the first screen stands. */
const LOAD_PARTS_AFTER_MS = 1500

export function BoardScreen(): ReactNode {
  const { t } = useTranslation()
  const { entry, connection } = useOpenBoard()
  const facilitator = useIsFacilitator()
  const language = useBoardLanguage()
  const loaded = useSave((state) => state.loaded)
  const closeCode = useSave((state) => state.closeCode)
  const shown = useOpened()
  const { dialog: opened, details, open, closeDialog: close } = shown
  const beside = !useMedia(NO_ROOM_BESIDE)
  const [gaps] = useState(createGapStore)
  useUndoKeys()
  useKeptUnfolded(entry.board)
  const place = usePlace()
  useGoalsOnBoard(place !== null)
  const [stood, setStood] = useState(place)
  const [arrived, setArrived] = useState(false)
  if (stood !== place) {
    setStood(place)
    setArrived(true)
    shown.clear()
  }
  const phone = useMedia(PHONE)
  const projector = useIsProjector()
  useRemembered(projector ? t('projector.title') : place && t(`place.${place.id}`))
  useEffect(
    () =>
      connection.onNotice((notice) => {
        // What was written for a place that is shut lies in the bin, so the way there belongs to the sentence.
        toast(
          t(`notice.${notice.kind}`),
          notice.kind === 'locked' ? { label: t('bin.title'), run: () => open({ what: 'bin' }) } : undefined,
        )
      }),
    [connection, open, t],
  )

  useEffect(() => {
    if (!loaded) return undefined
    const timer = setTimeout(() => void loadParts(facilitator ? language : null), LOAD_PARTS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [loaded, facilitator, language])

  if (closeCode !== null) return <ClosedPage code={closeCode} />
  const loading = <MessagePage title={t('common.loading')} busy />
  if (!loaded) return loading
  if (projector) {
    return (
      <Suspense fallback={loading}>
        <Projector />
      </Suspense>
    )
  }
  return (
    <ScreenContext value={open}>
      <GapContext value={gaps}>
        <BoardDnd>
          <p id="card-help" hidden>
            {t('card.help')}
          </p>
          <p id="card-help-read" hidden>
            {t('card.helpRead')}
          </p>
          <div className={styles['screen']}>
            <FilterProvider>
              <div className={styles['top']}>
                {phone ? <PhoneHeader /> : <Header />}
                <LeadPlace />
                {place ? null : <FilterPlace />}
              </div>
              <ArrivedContext value={arrived}>
                <div className={styles['middle']}>
                  <Suspense fallback={<main aria-busy />}>{place ? <place.Screen /> : <Columns />}</Suspense>
                  <GapPlace resting={opened === null && details === null} covered={details !== null && beside} />
                  {details && (beside || opened === null) ? (
                    <ReturnFocusContext value={shown.focusAfterDetails}>
                      <Suspense>
                        <CardDetails opened={details} beside={beside} onClose={shown.closeDetails} />
                      </Suspense>
                    </ReturnFocusContext>
                  ) : null}
                </div>
              </ArrivedContext>
            </FilterProvider>
            <Selection />
            {phone && place === null ? null : <Footer />}
          </div>
        </BoardDnd>
        <ReturnFocusContext value={shown.focusAfterDialog}>
          <Suspense>
            {opened?.what === 'move' ? <MoveDialog id={opened.card} onClose={close} /> : null}
            {opened?.what === 'link' ? <LinkPicker id={opened.card} wanted={opened.wanted} onClose={close} /> : null}
            {opened?.what === 'choose' ? <ChooseLink id={opened.card} relation={opened.relation} end={opened.end} onClose={close} /> : null}
            {opened?.what === 'objections' ? <ObjectionsDialog question={opened.question} onClose={close} /> : null}
            {opened?.what === 'silence' ? <SilenceDialog question={opened.question} onClose={close} /> : null}
            {opened?.what === 'vote' ? <VoteDialog question={opened.question} onClose={close} /> : null}
            {opened?.what === 'close-votes' ? <CloseVotesDialog onClose={close} /> : null}
            {opened?.what === 'history' ? <HistoryDialog onClose={close} /> : null}
            {opened?.what === 'hands' ? <HandsDialog onClose={close} /> : null}
            {opened?.what === 'result' ? <ResultDialog round={opened.round} card={opened.card} onClose={close} /> : null}
            {opened?.what === 'agenda' ? <AgendaDialog onClose={close} /> : null}
            {opened?.what === 'park' ? <ParkDialog question={opened.question} onClose={close} /> : null}
            {opened?.what === 'passes' ? <PassesDialog card={opened.card} onClose={close} /> : null}
            {opened?.what === 'bin' ? <BinDialog onClose={close} /> : null}
            {opened?.what === 'invite' ? <InviteDialog onClose={close} /> : null}
            {opened?.what === 'people' ? <PeopleDialog onClose={close} /> : null}
            {opened?.what === 'plan' ? <PlanDialog onClose={close} /> : null}
            {opened?.what === 'settings' ? <SettingsDialog onClose={close} /> : null}
          </Suspense>
        </ReturnFocusContext>
        <Suspense>
          <FollowInsight />
          <RoundsNews />
        </Suspense>
      </GapContext>
    </ScreenContext>
  )
}

function Selection(): ReactNode {
  return useAnyTicked() ? (
    <Suspense>
      <SelectionBar />
    </Suspense>
  ) : null
}
