import { ChevronLeft, Hand, Pause, Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nextOpen, previous } from '../../model/agenda.ts'
import type { LeadView, View } from '../../protocol/view.ts'
import { useOpen } from '../board/screen-context.ts'
import { Button, IconButton } from '../common/controls.tsx'
import { ReadyCount } from './attention.tsx'
import { HandsMenu } from './hands-menu.tsx'
import { IdleHint } from './idle-hint.tsx'
import styles from './lead.module.css'
import { nameOf } from './names.ts'
import { useCommand } from './use-command.ts'

interface LeadProps {
  readonly view: View
  readonly lead: LeadView
}

/** What a facilitator presses most; the rest is in the menu. */
export function LeadButtons({ view, lead }: LeadProps): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  const open = useOpen()
  const { agenda, timer } = view
  const next = nextOpen(agenda)
  const from = agenda.current
  const waited = view.people.filter((person) => person.role === 'participant' && person.online && !lead.ready.includes(person.id))
  const names = waited.length > 0 ? t('lead.waitingFor', { names: waited.map((person) => person.name).join(', ') }) : undefined
  return (
    <>
      {/* Drafts are nobody's to watch: a silent round looks idle from outside. */}
      {view.rounds.silence?.writing ? null : <IdleHint agenda={agenda} lastEditAt={lead.lastEditAt} />}
      {from !== null ? <ReadyCount view={view} names={names} /> : null}
      {lead.hands.length > 0 ? (
        <HandsMenu hands={lead.hands.map((id) => ({ id, name: nameOf(view, id) }))}>
          <Hand size={17} aria-hidden />
          {lead.hands.length}
        </HandsMenu>
      ) : null}
      {timer ? (
        <Button className={styles['wide']} onClick={() => command({ type: 'add-minute' })} aria-label={t('lead.addMinute')}>
          {t('lead.addMinuteShort')}
        </Button>
      ) : null}
      {timer ? (
        <IconButton
          className={styles['wide']}
          label={t(timer.state === 'paused' ? 'lead.resume' : 'lead.pause')}
          onClick={() => command({ type: timer.state === 'paused' ? 'resume-timer' : 'pause-timer' })}
        >
          {timer.state === 'paused' ? <Play size={19} aria-hidden /> : <Pause size={19} aria-hidden />}
        </IconButton>
      ) : null}
      {previous(agenda) !== null ? (
        <IconButton className={styles['wide']} label={t('lead.back')} onClick={() => command({ type: 'back-block', from, timer: true })}>
          <ChevronLeft size={21} aria-hidden />
        </IconButton>
      ) : null}
      {from === null ? (
        <Button look="quiet" className={styles['wide']} onClick={() => open({ what: 'agenda' })}>
          {t('agenda.title')}
        </Button>
      ) : null}
      {next !== null ? (
        <Button onClick={() => command({ type: 'next-block', from, timer: true })}>{t(from === null ? 'lead.start' : 'lead.next')}</Button>
      ) : null}
      {next === null && from !== null ? <Button onClick={() => command({ type: 'end-agenda', from })}>{t('lead.finish')}</Button> : null}
    </>
  )
}
