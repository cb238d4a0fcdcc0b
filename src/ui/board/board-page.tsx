import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardId } from '../../model/ids.ts'
import { secretSchema, type Door, type Entry, type ErrorCode } from '../../protocol/api.ts'
import { api } from '../../sync/api.ts'
import { device } from '../../sync/device.ts'
import { Button } from '../common/controls.tsx'
import { JoinPage } from './join-page.tsx'
import { MessagePage } from './message-page.tsx'

// Asked for at once, so that the board is here by the time somebody has typed a name or the server has answered.
const openBoardPage = import('./open-board-page.tsx')
openBoardPage.catch(() => undefined)
const OpenBoardPage = lazy(async () => ({ default: (await openBoardPage).OpenBoardPage }))

type State =
  | { readonly step: 'entering' }
  | { readonly step: 'joining'; readonly secret: string; readonly door: Door }
  /** `linkOver`: there was an invitation, but it opens nothing. */
  | { readonly step: 'refused'; readonly error: ErrorCode | 'offline'; readonly linkOver?: boolean }
  | { readonly step: 'open'; readonly entry: Entry }

/** The way into a board: a session that is already there, an invitation in the address, or the copy on this device. */
export function BoardPage({ id }: { readonly id: BoardId }): ReactNode {
  const { t } = useTranslation()
  const [state, setState] = useState<State>({ step: 'entering' })

  useEffect(() => {
    let gone = false
    const tryAgain = (): void => {
      void enter(id).then((next) => {
        if (!gone) setState(next)
      })
    }
    tryAgain()
    // An invitation that is pasted into the address bar of this tab changes nothing but what is behind the #.
    const onHash = (): void => {
      if (window.location.hash.length > 1) tryAgain()
    }
    window.addEventListener('hashchange', onHash)
    return () => {
      gone = true
      window.removeEventListener('hashchange', onHash)
    }
  }, [id])

  const joined = (entry: Entry): void => {
    device.saveName(entry.me.name)
    setState(opened(entry))
  }

  switch (state.step) {
    case 'entering':
      return <MessagePage title={t('common.loading')} busy />
    case 'joining':
      return <JoinPage id={id} secret={state.secret} door={state.door} onJoined={joined} />
    case 'refused':
      if (state.linkOver) return <MessagePage title={t('join.linkOver')} text={t('join.linkOverText')} />
      return (
        <MessagePage
          title={state.error === 'offline' ? t('join.offline') : t('join.noAccess')}
          text={`${t(`error.${state.error}`, { detail: '' })} ${state.error === 'not-found' ? t('join.noAccessText') : ''}`}
        >
          {state.error === 'offline' ? (
            <Button look="primary" onClick={() => window.location.reload()}>
              {t('common.again')}
            </Button>
          ) : null}
        </MessagePage>
      )
    case 'open':
      return (
        <Suspense fallback={<MessagePage title={t('common.loading')} busy />}>
          <OpenBoardPage entry={state.entry} />
        </Suspense>
      )
  }
}

async function enter(id: BoardId): Promise<State> {
  const secret = secretSchema.safeParse(window.location.hash.slice(1))
  const answer = await api.enter(id)
  if (secret.success && (!answer.ok || answer.value.me.role !== 'facilitator')) {
    if (answer.ok) {
      // Somebody who is here already opens another invitation: a higher role counts, the name stays.
      const again = await api.join(id, secret.data, { name: answer.value.me.name })
      return opened(again.ok ? again.value : answer.value)
    }
    return answer.error === 'offline' ? { step: 'refused', error: 'offline' } : knock(id, secret.data)
  }
  if (answer.ok) return opened(answer.value)
  const known = answer.error === 'offline' ? device.entry(id) : null
  if (known) return { step: 'open', entry: known }
  // What stands behind the # is no whole key.
  const linkOver = answer.error === 'not-found' && window.location.hash.length > 1
  return { step: 'refused', error: answer.error, linkOver }
}

async function knock(id: BoardId, secret: string): Promise<State> {
  const door = await api.door(id, secret)
  return door.ok
    ? { step: 'joining', secret, door: door.value }
    : { step: 'refused', error: door.error, linkOver: door.error === 'not-found' }
}

function opened(entry: Entry): State {
  window.history.replaceState(null, '', window.location.pathname)
  device.remember(entry, Date.now())
  return { step: 'open', entry }
}
