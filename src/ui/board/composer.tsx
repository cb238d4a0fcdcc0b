import { EyeOff, Plus } from 'lucide-react'
import { Suspense, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { KindId, QuestionId } from '../../model/ids.ts'
import { LIMITS } from '../../model/limits.ts'
import { pastedLines } from '../../model/pasted-list.ts'
import { isInScope } from '../../model/rounds.ts'
import { announce } from '../common/announce.tsx'
import { CharsLeft } from '../common/chars-left.tsx'
import { IconButton } from '../common/controls.tsx'
import { toast } from '../common/toasts.tsx'
import { useSayHidden } from '../find/use-say-hidden.ts'
import { useRefuseTooLong } from '../hooks/use-refuse-too-long.ts'
import { useMine } from '../rounds/round-in.ts'
import { noteTyped, putDraft, wasMeantSilent } from '../rounds/silent-input.ts'
import { useSayRefusal } from '../rounds/use-ask.ts'
import { useBoardLanguage, useConnection, useTemplate, useView } from './board-context.ts'
import styles from './composer.module.css'
import { SilentDrafts } from './lazy-parts.ts'
import { showCard } from './show-card.ts'
import { useActions } from './use-actions.ts'
import { useQuestion } from './use-column-cards.ts'

/** A pasted list of more is refused like a text that is too long. */
const LIST_LINES = 1000
const LIST_CHARS = 1_000_000

/** The one input of a question: type, Enter, and the next one. */
export function Composer({ question, children }: { readonly question: QuestionId; readonly children?: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const template = useTemplate()
  const language = useBoardLanguage()
  const declared = useQuestion(question)
  const actions = useActions()
  const input = useRef<HTMLTextAreaElement>(null)
  const connection = useConnection()
  const { drafts } = connection
  const silence = useView((view) => view?.rounds.silence ?? null)
  const hasDrafts = useMine((mine) => mine.drafts.length > 0)
  const sayRefusal = useSayRefusal()
  const sayHidden = useSayHidden()
  const refuseTooLong = useRefuseTooLong()
  const text = useStore(drafts, (all) => all[question] ?? '')
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const kinds = declared?.kinds ?? template.kinds.map((kind) => kind.id)
  const [chosen, setChosen] = useState<KindId | null>(null)
  const kind = template.kinds.find((known) => known.id === (chosen ?? kinds[0]))
  if (!kind) return null
  // Cards of a column that shows one kind from everywhere are written where that kind belongs.
  const home =
    declared?.of === undefined
      ? question
      : (template.questions.find((other) => other.of === undefined && other.kinds[0] === kind.id)?.id ?? question)

  const isSilent = silence?.writing === true && isInScope(silence, { question: home, kind: kind.id })
  const setText = (next: string): void => {
    noteTyped(question, next, isSilent)
    drafts.setState({ [question]: next })
  }

  const opening = kind.opening?.[language]
  const bare = text.trim() === '' || text.trim() === opening?.trim()

  const add = (): void => {
    if (bare) return
    if (isSilent) return void addSilently()
    if (wasMeantSilent(question)) return toast(t('rounds.draft.held'))
    const ids = actions.write(home, [{ kind: kind.id, text }])
    if (ids.length > 0) setText('')
    for (const id of ids.slice(-1)) showCard(id, input.current?.closest('[data-column]'))
    if (ids.length > 0) sayHidden({ kind: kind.id, text })
    input.current?.focus()
  }
  const addSilently = async (): Promise<void> => {
    input.current?.focus()
    const outcome = await putDraft(connection, { input: question, question: home, kind: kind.id, text })
    if (outcome === 'done') announce(t('rounds.noted'))
    else sayRefusal(outcome, 'draft')
  }
  const paste = async (lines: string[]): Promise<void> => {
    const total = Math.min(lines.length, LIST_LINES)
    setProgress({ done: 0, total })
    await actions.writeList(home, kind.id, lines.slice(0, LIST_LINES), (done) => setProgress({ done, total }))
    setProgress(null)
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      add()
    }
    if (event.key === 'Escape') input.current?.blur()
  }
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text')
    const lines = text === '' && !isSilent ? pastedLines(pasted) : []
    if (lines.length > 0 && pasted.length <= LIST_CHARS) {
      event.preventDefault()
      void paste(lines)
      return
    }
    refuseTooLong(event)
  }
  return (
    <div className={styles['composer']} data-color={kind.color} data-silent={isSilent || undefined}>
      {kinds.length > 1 ? (
        <select
          className={styles['kind']}
          aria-label={t('board.kind')}
          value={kind.id}
          onChange={(event) => setChosen(event.target.value as KindId)}
        >
          {kinds.map((id) => (
            <option key={id} value={id}>
              {template.kinds.find((known) => known.id === id)?.label[language]}
            </option>
          ))}
        </select>
      ) : null}
      {progress ? (
        <progress className={styles['progress']} aria-label={t('board.listAdding')} value={progress.done} max={progress.total} />
      ) : null}
      {opening !== undefined && text === '' ? (
        <button
          type="button"
          className={styles['opening']}
          lang={language}
          aria-label={t('forms.opening', { text: opening.trim() })}
          onClick={() => {
            setText(opening)
            // What the ellipsis stands for is written first.
            const gap = opening.indexOf('…')
            requestAnimationFrame(() => {
              input.current?.focus()
              if (gap >= 0) input.current?.setSelectionRange(gap, gap + 1)
            })
          }}
        >
          {opening.trim()} …
        </button>
      ) : null}
      <span className={styles['line']}>
        {isSilent ? <EyeOff className={styles['unseen']} size={17} aria-hidden /> : null}
        <textarea
          ref={input}
          rows={1}
          data-composer
          value={text}
          dir="auto"
          maxLength={LIMITS.textChars}
          placeholder={
            isSilent ? t('rounds.write', { kind: kind.label[language] }) : `+ ${t('board.write', { kind: kind.label[language] })}`
          }
          aria-label={t(isSilent ? 'rounds.write' : 'board.write', { kind: kind.label[language] })}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        {bare ? (
          children
        ) : (
          <IconButton label={t(isSilent ? 'rounds.note' : 'board.add')} onClick={add}>
            <Plus size={20} aria-hidden />
          </IconButton>
        )}
      </span>
      <CharsLeft length={text.length} max={LIMITS.textChars} />
      {isSilent || hasDrafts ? (
        <Suspense>
          <SilentDrafts question={home} />
        </Suspense>
      ) : null}
    </div>
  )
}
