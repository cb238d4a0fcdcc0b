import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { currentBlock, type Block } from '../../model/agenda.ts'
import type { View } from '../../protocol/view.ts'
import { device } from '../../sync/device.ts'
import { useBoard, useConnection, useOpenBoard, useTemplate } from '../board/board-context.ts'
import { goToCard } from '../board/go-to.ts'
import { showQuestions } from '../board/shown-questions.ts'
import { shortText } from '../board/use-actions.ts'
import { announce } from '../common/announce.tsx'
import { toast } from '../common/toasts.tsx'
import { useDragStore } from '../dnd/drag-store.ts'
import { placesOf } from '../places/places.ts'
import { usePlace, usePlaceHref } from '../places/use-place.ts'
import { Banner } from './banner.tsx'
import { isBusy, watchTyping } from './busy.ts'
import { takeOwnCall, watchTouch } from './call.ts'
import { Spotlight } from './spotlight.tsx'

/** Where the room is taken to. Who is in the middle of something is asked first. */
export function Follow({ view }: { readonly view: View }): ReactNode {
  const { t } = useTranslation()
  useEffect(watchTyping, [])
  useEffect(watchTouch, [])
  const dragged = useDragStore()
  const busy = useCallback(() => isBusy() || dragged.getState().active !== null, [dragged])
  const step = useStep(view, busy)
  const call = useCall(view, busy)
  const shown = useSpotlight(view, busy)
  const offer = call ?? shown.offer ?? step
  return (
    <>
      {offer ? <Banner text={offer.text} act={offer.act ?? t('lead.follow')} onAct={offer.run} onClose={offer.leave} /> : null}
      {shown.card !== null ? <Spotlight card={shown.card} leads={view.lead !== null} onClose={shown.close} /> : null}
    </>
  )
}

interface Offer {
  readonly text: string
  readonly act?: string
  readonly run: () => void
  readonly leave: () => void
}

const PLACE_OF: Partial<Record<Block['way'], string>> = { decide: 'plan', assign: 'responsibility', rehearse: 'rehearsal' }

/** A new step opens its questions; a way of working that has a view of its own offers it. */
function useStep(view: View, busy: () => boolean): Offer | null {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const place = usePlace()
  const template = useTemplate()
  const hrefOf = usePlaceHref()
  const [, navigate] = useLocation()
  const block = currentBlock(view.agenda)
  const key = block ? `${block.id}:${block.startedAt}` : null
  const [followed, setFollowed] = useState(() => device.step(entry.board))
  const [left, setLeft] = useState<string | null>(null)
  const follow = useCallback(() => {
    if (!block || key === null) return
    device.saveStep(entry.board, key)
    setFollowed(key)
    if (block.questions.length > 0) showQuestions(block.questions)
    announce(t('lead.now', { title: block.title }))
  }, [block, key, entry.board, t])
  const newest = useRef({ follow, isFree: (): boolean => true })
  useEffect(() => {
    newest.current = { follow, isFree: () => place === null && !busy() }
  })
  useEffect(() => {
    if (key !== null && key !== device.step(entry.board) && newest.current.isFree()) newest.current.follow()
  }, [key, entry.board])
  if (!block || key === null) return null
  const wanted = PLACE_OF[block.way]
  const offered = placesOf(template).find(({ id }) => id === wanted)
  if (offered && place?.id === offered.id) return null
  if (followed !== key && left !== key) {
    const run = (): void => {
      if (place !== null) navigate(hrefOf(null))
      follow()
    }
    return { text: t('lead.isAt', { title: block.title }), run, leave: () => setLeft(key) }
  }
  const seen = `${key}:${wanted}`
  if (!offered || left === seen) return null
  return {
    text: t('lead.placeFor', { title: block.title, place: t(`place.${offered.id}`) }),
    act: t('lead.openPlace'),
    run: () => {
      setLeft(seen)
      navigate(hrefOf(offered.id))
    },
    leave: () => setLeft(seen),
  }
}

/** "Please come here" counts once; who was not here when it was said is not called. */
function useCall({ questions }: View, busy: () => boolean): Offer | null {
  const { t } = useTranslation()
  const { board, frame } = useConnection()
  const template = useTemplate()
  const hrefOf = usePlaceHref()
  const [, navigate] = useLocation()
  const [waiting, setWaiting] = useState<View['call']>(null)
  const come = useCallback(
    ({ card, question, screen }: NonNullable<View['call']>) => {
      setWaiting(null)
      if (card !== null) {
        goToCard(board.getState(), card, template.stack, () => toast(t('lead.cardHidden')))
        return
      }
      const elsewhere = placesOf(template).find(({ id }) => id === screen)
      navigate(hrefOf(elsewhere?.id ?? null))
      if (question !== null) showQuestions([question])
    },
    [board, template, navigate, hrefOf, t],
  )
  const newest = useRef(come)
  useEffect(() => {
    newest.current = come
  })
  useEffect(() => {
    let seen = frame.getState().view?.call?.number ?? 0
    return frame.subscribe(({ view }) => {
      const next = view?.call
      if (!next || next.number <= seen) return
      seen = next.number
      if (takeOwnCall()) toast(t('lead.calledAll'))
      else if (busy()) setWaiting(next)
      else {
        newest.current(next)
        toast(t('lead.called'))
      }
    })
  }, [frame, busy, t])
  if (!waiting) return null
  const title = questions.find(({ id }) => id === waiting.question)?.title
  return {
    text: title === undefined ? t('lead.callsYou') : t('lead.callsYouTo', { title }),
    run: () => come(waiting),
    leave: () => setWaiting(null),
  }
}

/** The card that is large on every screen, until it is put down by everybody for themselves. */
function useSpotlight({ spotlight }: View, busy: () => boolean): { card: string | null; offer: Offer | null; close: () => void } {
  const { t } = useTranslation()
  const card = useBoard((state) => (spotlight === null ? undefined : state.cards.get(spotlight)))
  const { frame } = useConnection()
  const [shown, setShown] = useState(spotlight)
  const [waiting, setWaiting] = useState<string | null>(null)
  useEffect(
    () =>
      frame.subscribe(({ view }, before) => {
        const next = view?.spotlight ?? null
        if (next === (before.view?.spotlight ?? null)) return
        const wait = next !== null && view?.lead === null && busy()
        setShown(wait ? null : next)
        setWaiting(wait ? next : null)
      }),
    [frame, busy],
  )
  const close = useCallback(() => setShown(null), [])
  if (!card) return { card: null, offer: null, close }
  const offer =
    waiting === null
      ? null
      : {
          text: t('lead.showsCard', { text: shortText(card, t('card.empty')) }),
          act: t('lead.look'),
          run: () => {
            setWaiting(null)
            setShown(waiting)
          },
          leave: () => setWaiting(null),
        }
  return { card: shown, offer, close }
}
