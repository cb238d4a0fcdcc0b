import { ArrowDown, ArrowUp, ChevronDown, Play, SkipForward, Trash2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '../../model/agenda.ts'
import type { BlockTime } from '../../model/agenda-times.ts'
import { LIMITS } from '../../model/limits.ts'
import { WAYS, waySchema } from '../../model/template-agenda.ts'
import type { View } from '../../protocol/view.ts'
import { announce } from '../common/announce.tsx'
import { IconButton } from '../common/controls.tsx'
import styles from './agenda.module.css'
import { BlockMore } from './block-more.tsx'
import { SavedInput } from './saved-input.tsx'
import { useCommand } from './use-command.ts'

interface BlockLineProps {
  readonly block: Block
  readonly at: number
  readonly count: number
  readonly time: BlockTime | undefined
  /** Null while nobody knows when it begins. */
  readonly clock: Intl.DateTimeFormat | null
  readonly view: View
  readonly note: string
  readonly onRemove: () => void
}

export function BlockLine({ block, at, count, time, clock, view, note, onRemove }: BlockLineProps): ReactNode {
  const { t } = useTranslation()
  const command = useCommand()
  const [unfolded, setUnfolded] = useState(false)
  const more = useId()
  const { id, title } = block
  const running = view.agenda.current === id
  const move = (to: number): void => {
    command({ type: 'move-block', block: id, to })
    announce(t('agenda.moved', { title, at: to + 1, count }))
  }
  return (
    <li className={styles['block']} data-state={time?.state} aria-current={running ? 'step' : undefined}>
      <div className={styles['line']}>
        <b aria-hidden>{at + 1}</b>
        <SavedInput
          className={styles['title']}
          label={t('agenda.step', { at: at + 1 })}
          lang={view.language}
          value={title}
          max={LIMITS.titleChars}
          onSave={(next) => command({ type: 'describe-block', block: id, title: next })}
        />
        <span className={styles['minutes']}>
          <SavedInput
            label={t('agenda.minutes', { title })}
            type="number"
            value={String(block.minutes)}
            onSave={(next) => {
              const minutes = Math.round(Number(next))
              if (minutes >= 1 && minutes <= 480) command({ type: 'describe-block', block: id, minutes })
            }}
          />
          <span aria-hidden>{t('agenda.minutesUnit')}</span>
        </span>
        <select
          aria-label={t('agenda.way', { title })}
          value={block.way}
          onChange={(event) => command({ type: 'describe-block', block: id, way: waySchema.catch(block.way).parse(event.target.value) })}
        >
          {WAYS.map((way) => (
            <option key={way} value={way}>
              {t(`agenda.ways.${way}`)}
            </option>
          ))}
        </select>
      </div>
      <div className={styles['line']}>
        <span className={styles['time']}>
          {time && time.state !== 'open' ? <em>{t(`lead.state.${time.state}`)}</em> : null}
          {time && clock && time.state !== 'skipped' && time.state !== 'passed' ? (
            <span>{t('agenda.time', { from: clock.format(time.startsAt), to: clock.format(time.endsAt) })}</span>
          ) : null}
          {time && clock && view.agenda.startAt !== null && clock.format(time.plannedAt) !== clock.format(time.startsAt) ? (
            <small>{t('agenda.planned', { time: clock.format(time.plannedAt) })}</small>
          ) : null}
        </span>
        <span className={styles['tools']}>
          <IconButton
            label={t('agenda.start', { title })}
            off={running}
            onClick={() => command({ type: 'start-block', block: id, timer: true })}
          >
            <Play size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t(block.skipped ? 'agenda.unskip' : 'agenda.skip', { title })}
            aria-pressed={block.skipped}
            off={time?.state === 'done'}
            onClick={() => command({ type: 'skip-block', block: id, skipped: !block.skipped })}
          >
            <SkipForward size={18} aria-hidden />
          </IconButton>
          <IconButton label={t('agenda.up', { title })} off={at === 0} onClick={() => move(at - 1)}>
            <ArrowUp size={18} aria-hidden />
          </IconButton>
          <IconButton label={t('agenda.down', { title })} off={at === count - 1} onClick={() => move(at + 1)}>
            <ArrowDown size={18} aria-hidden />
          </IconButton>
          <IconButton label={t('agenda.remove', { title })} off={running} onClick={onRemove}>
            <Trash2 size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={t('agenda.more', { title })}
            aria-expanded={unfolded}
            aria-controls={more}
            className={styles['unfold']}
            onClick={() => setUnfolded(!unfolded)}
          >
            <ChevronDown size={20} aria-hidden />
          </IconButton>
        </span>
      </div>
      {unfolded ? (
        <div id={more}>
          <BlockMore block={block} view={view} note={note} />
        </div>
      ) : null}
    </li>
  )
}
