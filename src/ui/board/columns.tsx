import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardQuestion } from '../../model/board.ts'
import { BIN } from '../../model/card.ts'
import { questionAt } from '../../sync/board-store.ts'
import { device } from '../../sync/device.ts'
import { useFollowEdited } from '../card/editing.ts'
import { useKeyboardCarry } from '../dnd/use-keyboard-carry.ts'
import { PHONE, useMedia } from '../hooks/use-media.ts'
import { clearTicks, tickByClick } from '../many/ticks.ts'
import { useArrival } from '../places/use-place.ts'
import { CarryContext } from './carry-context.ts'
import { useBoard, useConnection, useOpenBoard, useTemplate, useView } from './board-context.ts'
import { Column } from './column.tsx'
import styles from './columns.module.css'
import { focused } from './focus.ts'
import { useGoTo } from './go-to.ts'
import { markOf } from './marks.ts'
import { OneQuestion, strayQuestion } from './one-question.tsx'
import { useShownQuestions } from './shown-questions.ts'
import { Spine } from './spine.tsx'

const NO_QUESTIONS: readonly BoardQuestion[] = []

/** The questions as an accordion: some open, the others as spines. On a phone one question at a time. */
export function Columns(): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const template = useTemplate()
  const questions = useView((view) => view?.questions ?? null) ?? questionsFrom(template, entry.language)
  const phone = useMedia(PHONE)
  const [open, setOpen] = useState<readonly string[]>(
    () => device.openQuestions(entry.board) ?? template.questions.filter((question) => question.open).map((question) => question.id),
  )
  useEffect(() => device.saveOpenQuestions(entry.board, open), [entry.board, open])
  const [at, setAt] = useState(() => device.question(entry.board))
  useEffect(() => {
    if (at !== null) device.saveQuestion(entry.board, at)
  }, [entry.board, at])
  const { board } = useConnection()
  const show = useCallback(
    (place: string) => {
      const id = questionAt(board.getState(), place)
      setOpen((old) => (old.includes(id) ? old : [...old, id]))
      setAt(id)
    },
    [board],
  )
  const toggle = useCallback((id: string) => {
    setOpen((old) => (old.includes(id) ? old.filter((known) => known !== id) : [...old, id]))
    requestAnimationFrame(() => focusSwitch(id))
  }, [])
  const carry = useKeyboardCarry(show)
  useFollowEdited(show)
  useGoTo(show)
  const showOnly = useCallback((ids: readonly string[]) => {
    setOpen(ids)
    setAt((old) => (old !== null && ids.includes(old) ? old : (ids[0] ?? old)))
  }, [])
  useShownQuestions(showOnly)
  const stray = useStrayPlaces(questions)
  useFocusAfterStray(stray.length, questions)
  const arrival = useArrival()
  useEffect(() => {
    window.addEventListener('click', tickByClick, true)
    return () => {
      window.removeEventListener('click', tickByClick, true)
      clearTicks()
    }
  }, [])

  return (
    <CarryContext value={carry}>
      {phone ? (
        <OneQuestion arrival={arrival} questions={questions} stray={stray} at={at} onGo={setAt} />
      ) : (
        <main className={styles['board']} ref={arrival} tabIndex={-1} aria-label={t('place.board')}>
          {questions.map((question) =>
            open.includes(question.id) ? (
              <Column key={question.id} question={question} mark={markOf(question.id, questions, template)} onCollapse={toggle} />
            ) : (
              <Spine key={question.id} question={question} mark={markOf(question.id, questions, template)} onOpen={toggle} />
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
  const button = column?.matches('button') ? column : column?.querySelector<HTMLElement>('[data-collapse]')
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

/** Places of cards whose question is gone: they stay visible, so that no card is lost. */
function useStrayPlaces(questions: readonly BoardQuestion[]): readonly string[] {
  const joined = useBoard((state) => {
    const known = new Set<string>([BIN, ...questions.map((question) => question.id)])
    const isStray = (place: string): boolean => !known.has(place) && !state.cards.has(place)
    return [...state.idsIn].flatMap(([place, ids]) => (ids.length > 0 && isStray(place) ? [place] : [])).join(' ')
  })
  return joined === '' ? [] : joined.split(' ')
}

/** A place without a question leaves with its last card, and the focus in it goes to the questions. */
function useFocusAfterStray(count: number, questions: readonly BoardQuestion[]): void {
  const before = useRef(count)
  useLayoutEffect(() => {
    const left = count < before.current
    before.current = count
    const shown = questions.findLast(({ id }) => document.querySelector(`[data-column="${id}"]`))
    if (left && shown && !focused()) focusSwitch(shown.id)
  }, [count, questions])
}
