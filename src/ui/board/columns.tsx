import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import { BIN } from '../../model/card.ts'
import type { QuestionId } from '../../model/ids.ts'
import { device } from '../../sync/device.ts'
import { IconButton } from '../common/controls.tsx'
import { useKeyboardCarry } from '../dnd/use-keyboard-carry.ts'
import { PHONE, useMedia } from '../hooks/use-media.ts'
import { CarryContext } from './carry-context.ts'
import { useBoard, useOpenBoard, useTemplate, useView } from './board-context.ts'
import { Column } from './column.tsx'
import styles from './columns.module.css'
import { Spine } from './spine.tsx'

const NO_QUESTIONS: readonly BoardQuestion[] = []

/** The questions as an accordion: some open, the others as spines. On a phone one question at a time. */
export function Columns(): ReactNode {
  const { entry } = useOpenBoard()
  const template = useTemplate()
  const questions = useView((view) => view?.questions ?? null) ?? questionsFrom(template, entry.language)
  const phone = useMedia(PHONE)
  const [open, setOpen] = useState<readonly string[]>(
    () => device.openQuestions(entry.board) ?? template.questions.filter((question) => question.open).map((question) => question.id),
  )
  useEffect(() => device.saveOpenQuestions(entry.board, open), [entry.board, open])
  const show = useCallback((id: string) => setOpen((old) => (old.includes(id) ? old : [...old, id])), [])
  const toggle = useCallback((id: string) => {
    setOpen((old) => (old.includes(id) ? old.filter((known) => known !== id) : [...old, id]))
    requestAnimationFrame(() => focusSwitch(id))
  }, [])
  const carry = useKeyboardCarry(show)
  const stray = useStrayPlaces(questions)

  return (
    <CarryContext value={carry}>
      {phone ? (
        <OneQuestion questions={questions} marks={marksOf(questions, template.questions)} />
      ) : (
        <main className={styles['board']}>
          {questions.map((question) =>
            open.includes(question.id) ? (
              <Column key={question.id} question={question} mark={markOf(question.id, questions, template.questions)} onCollapse={toggle} />
            ) : (
              <Spine key={question.id} question={question} mark={markOf(question.id, questions, template.questions)} onOpen={toggle} />
            ),
          )}
          {stray.map((place) => (
            <Column key={place} question={strayQuestion(place)} mark="?" stray />
          ))}
        </main>
      )}
    </CarryContext>
  )
}

/** The button that was pressed is gone with its spine or column: the focus goes on to the one that undoes it. */
function focusSwitch(id: string): void {
  const column = document.querySelector<HTMLElement>(`[data-column="${id}"]`)
  const button = column?.matches('button') ? column : column?.querySelector<HTMLElement>('header button')
  button?.focus()
  column?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function questionsFrom(template: ReturnType<typeof useTemplate>, language: 'de' | 'en'): readonly BoardQuestion[] {
  if (template.questions.length === 0) return NO_QUESTIONS
  return template.questions.map((question) => ({
    id: question.id,
    title: question.title[language],
    hint: question.hint[language],
    locked: false,
  }))
}

/** A question of the template keeps its mark; one that the facilitator added is counted. */
function markOf(id: QuestionId, questions: readonly BoardQuestion[], known: readonly { id: QuestionId; mark: string }[]): string {
  return (
    known.find((question) => question.id === id)?.mark ??
    `+${questions.filter((question) => !known.some((other) => other.id === question.id)).findIndex((question) => question.id === id) + 1}`
  )
}

function marksOf(questions: readonly BoardQuestion[], known: readonly { id: QuestionId; mark: string }[]): string[] {
  return questions.map((question) => markOf(question.id, questions, known))
}

function strayQuestion(place: string): BoardQuestion {
  return { id: place as QuestionId, title: '', hint: '', locked: false }
}

/** Places of cards whose question is gone: they stay visible, so that no card is lost. */
function useStrayPlaces(questions: readonly BoardQuestion[]): readonly string[] {
  const joined = useBoard((state) => {
    const known = new Set<string>([BIN, ...questions.map((question) => question.id)])
    return [...state.idsIn].flatMap(([place, ids]) => (ids.length > 0 && !known.has(place) ? [place] : [])).join(' ')
  })
  return joined === '' ? [] : joined.split(' ')
}

function OneQuestion({ questions, marks }: { readonly questions: readonly BoardQuestion[]; readonly marks: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, questions.length - 1)
  const question = questions[at]
  if (!question) return null
  return (
    <main className={styles['one']}>
      <nav className={styles['pager']} aria-label={t('board.jump')}>
        <IconButton label={t('board.previous')} disabled={at === 0} onClick={() => setAt(at - 1)}>
          <ChevronLeft size={24} aria-hidden />
        </IconButton>
        <select aria-label={t('board.jump')} value={at} onChange={(event) => setAt(Number(event.target.value))}>
          {questions.map((entry, index) => (
            <option key={entry.id} value={index}>
              {marks[index]} · {entry.title}
            </option>
          ))}
        </select>
        <IconButton label={t('board.next')} disabled={at === questions.length - 1} onClick={() => setAt(at + 1)}>
          <ChevronRight size={24} aria-hidden />
        </IconButton>
      </nav>
      <Column key={question.id} question={question} mark={marks[at] ?? ''} />
    </main>
  )
}
