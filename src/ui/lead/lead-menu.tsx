import {
  Bell,
  BellOff,
  ChevronDown,
  ChevronLeft,
  CircleStop,
  Ellipsis,
  ListOrdered,
  Megaphone,
  Minimize2,
  Pause,
  Play,
  Plus,
  Timer as TimerIcon,
  X,
} from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { previous } from '../../model/agenda.ts'
import { TIMER_PRESETS } from '../../model/timer.ts'
import type { CommandBody } from '../../protocol/commands.ts'
import type { LeadView, View } from '../../protocol/view.ts'
import { useOpen } from '../board/screen-context.ts'
import menu from '../card/card-menu.module.css'
import controls from '../common/controls.module.css'
import { HandItems } from './hands-menu.tsx'
import styles from './lead.module.css'
import { useCallHere } from './call.ts'
import { nameOf } from './names.ts'
import { sound, switchSound } from './sound.ts'
import { stepsOf } from './steps.tsx'
import { useCommand } from './use-command.ts'

/** Everything that has no room in the strip, and on a small screen all the rest of it. */
export function LeadMenu({ view, children }: { readonly view: View; readonly children?: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const isOn = useStore(sound, (state) => state.isOn)
  return (
    <Menu.Root modal={false}>
      {children === undefined ? (
        <Menu.Trigger className={controls['icon']} aria-label={t('lead.more')} title={t('lead.more')}>
          <Ellipsis size={20} aria-hidden />
        </Menu.Trigger>
      ) : (
        <Menu.Trigger className={styles['unfold']} title={t('lead.more')}>
          {children}
          <span className="visually-hidden">, {t('lead.more')}</span>
          <ChevronDown size={18} aria-hidden />
        </Menu.Trigger>
      )}
      <Menu.Portal>
        <Menu.Content className={menu['menu']} align={children === undefined ? 'end' : 'start'} sideOffset={4} collisionPadding={8}>
          <StepLabels view={view} />
          {view.lead ? <LeadItems view={view} lead={view.lead} /> : null}
          <Menu.CheckboxItem className={menu['item']} checked={isOn} onCheckedChange={switchSound}>
            {isOn ? <Bell size={16} aria-hidden /> : <BellOff size={16} aria-hidden />}
            {t(isOn ? 'lead.soundOn' : 'lead.soundOff')}
          </Menu.CheckboxItem>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** The steps that a small screen has no room for. */
function StepLabels({ view }: { readonly view: View }): ReactNode {
  const { t } = useTranslation()
  const steps = stepsOf(view.agenda)
  if (steps.length === 0) return null
  return (
    <div className={styles['menuSteps']}>
      {steps.map(({ id, title, state }, at) => (
        <Menu.Label key={id} data-state={state} lang={view.language}>
          <span aria-hidden>{state === 'done' ? '✓' : at + 1}</span>
          {title}
          <small>{t(`lead.state.${state}`)}</small>
        </Menu.Label>
      ))}
      {view.agenda.current !== null && view.ready.of > 0 ? (
        <Menu.Label className={styles['menuCount']}>{t('lead.ready', { count: view.ready.count, of: view.ready.of })}</Menu.Label>
      ) : null}
    </div>
  )
}

function LeadItems({ view, lead }: { readonly view: View; readonly lead: LeadView }): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  const { agenda, timer } = view
  const from = agenda.current
  const callHere = useCallHere()
  const open = useOpen()
  const item = (Icon: typeof Plus, text: string, body: CommandBody): ReactNode => (
    <Menu.Item key={text} className={menu['item']} onSelect={() => command(body)}>
      <Icon size={16} aria-hidden />
      {text}
    </Menu.Item>
  )
  return (
    <>
      <div className={styles['menuHands']}>
        <HandItems hands={lead.hands.map((id) => ({ id, name: nameOf(view, id) }))} />
      </div>
      {timer ? (
        <>
          {item(Plus, t('lead.addMinute'), { type: 'add-minute' })}
          {timer.state === 'paused'
            ? item(Play, t('lead.resume'), { type: 'resume-timer' })
            : item(Pause, t('lead.pause'), { type: 'pause-timer' })}
          {item(CircleStop, t('lead.stopTimer'), { type: 'stop-timer' })}
        </>
      ) : null}
      {TIMER_PRESETS.map((minutes) => item(TimerIcon, t('lead.preset', { count: minutes }), { type: 'start-timer', minutes }))}
      <Menu.Separator className={menu['line']} />
      {previous(agenda) !== null ? item(ChevronLeft, t('lead.back'), { type: 'back-block', from, timer: true }) : null}
      <Menu.Item className={menu['item']} onSelect={callHere}>
        <Megaphone size={16} aria-hidden />
        {t('lead.callHere')}
      </Menu.Item>
      {view.spotlight !== null ? item(Minimize2, t('lead.endSpotlight'), { type: 'spotlight', card: null }) : null}
      <Menu.Item className={menu['item']} onSelect={() => open({ what: 'agenda' })}>
        <ListOrdered size={16} aria-hidden />
        {t('agenda.edit')}
      </Menu.Item>
      {from !== null ? item(X, t('lead.finish'), { type: 'end-agenda', from }) : null}
      <Menu.Separator className={menu['line']} />
    </>
  )
}
