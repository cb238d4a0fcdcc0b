import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block } from '../../model/agenda.ts'
import { agendaEnd, agendaTimes } from '../../model/agenda-times.ts'
import { newBlockId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { useView } from '../board/board-context.ts'
import { Button, TextField } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './agenda.module.css'
import { BlockLine } from './block-line.tsx'
import { useCommand } from './use-command.ts'
import { useDraft } from './use-draft.ts'
import { useServerTime } from './use-time.ts'

const RENEW_MS = 15_000
const NEW_MINUTES = 15

/** The steps of the workshop, before it and while it runs. Each change is a command to the server. */
export function AgendaDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation()
  const command = useCommand()
  const view = useView((current) => current)
  const now = useServerTime(RENEW_MS)
  if (!view?.lead) return null
  const { agenda, lead } = view
  const hasTimes = agenda.startAt !== null || agenda.blocks.some((block) => block.startedAt !== null)
  const times = agendaTimes(agenda, now)
  const end = agendaEnd(agenda, now)
  const clock = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const minutes = agenda.blocks.reduce((sum, block) => sum + (block.skipped ? 0 : block.minutes), 0)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const whole = rest === 0 ? t('agenda.onlyHours', { hours }) : t('agenda.hours', { hours, minutes: rest })
  const duration = hours > 0 ? whole : t('agenda.onlyMinutes', { minutes })
  const remove = (block: Block, at: number): void => {
    const { id, title, way, questions } = block
    const note = lead.notes[id]
    command({ type: 'remove-block', block: id })
    toast(t('agenda.removed', { title }), {
      label: t('common.undo'),
      run: () => {
        command({ type: 'add-block', block: id, title, minutes: block.minutes, way, questions, at })
        if (note !== undefined) command({ type: 'note-block', block: id, note })
      },
    })
  }
  return (
    <Dialog title={t('agenda.title')} shape="wide" onClose={onClose}>
      <p className={styles['text']} data-agenda>
        {t('agenda.text')}
      </p>
      <div className={styles['whole']}>
        <PlannedStart startAt={agenda.startAt} onSave={(at) => command({ type: 'plan-start', at })} />
        <p>
          {t('agenda.total', { duration })}
          {hasTimes && end !== null ? <> · {t('agenda.ends', { time: clock.format(end) })}</> : null}
        </p>
      </div>
      <ol className={styles['blocks']}>
        {agenda.blocks.map((block, at) => (
          <BlockLine
            key={block.id}
            block={block}
            at={at}
            count={agenda.blocks.length}
            time={times[at]}
            clock={hasTimes ? clock : null}
            view={view}
            note={lead.notes[block.id] ?? ''}
            onRemove={() => remove(block, at)}
          />
        ))}
      </ol>
      <div className={styles['acts']}>
        <Button
          disabled={agenda.blocks.length >= LIMITS.blocks}
          onClick={() =>
            command({
              type: 'add-block',
              block: newBlockId(),
              title: t('agenda.newStep'),
              minutes: NEW_MINUTES,
              way: 'talk',
              questions: [],
            })
          }
        >
          <Plus size={17} aria-hidden />
          {t('agenda.add')}
        </Button>
        {agenda.current !== null ? (
          <Button onClick={() => command({ type: 'end-agenda', from: agenda.current })}>{t('lead.finish')}</Button>
        ) : null}
      </div>
    </Dialog>
  )
}

/** A day and an hour on this device's clock. */
function PlannedStart({ startAt, onSave }: { readonly startAt: number | null; readonly onSave: (at: number | null) => void }): ReactNode {
  const { t } = useTranslation()
  const { shown, setDraft, save } = useDraft(startAt === null ? '' : localInput(startAt), (text) => {
    const at = Date.parse(text)
    onSave(Number.isNaN(at) ? null : at)
  })
  return (
    <TextField
      label={t('agenda.startAt')}
      type="datetime-local"
      value={shown}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
    />
  )
}

function localInput(at: number): string {
  return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
