import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { indexBoard } from '../../../insight/graph.ts'
import { coverKinds, holdersOf } from '../../../insight/matrix-holders.ts'
import type { Duty } from '../../../insight/matrix-press.ts'
import type { Matrix } from '../../../insight/matrix.ts'
import { standsStill } from '../../../model/agenda.ts'
import type { CardId } from '../../../model/ids.ts'
import { questionOf } from '../../../sync/board-store.ts'
import { useBoardLanguage, useConnection, useOpenBoard, useView } from '../../board/board-context.ts'
import { markOf } from '../../board/marks.ts'
import { usePlainBoard } from '../../board/use-plain-board.ts'
import { useWriteLinked } from '../use-write-linked.ts'

/** `bound`: a link may change as long as its other end is free; `never`: not with anybody. */
export type RowLock = 'free' | 'bound' | 'never'

export interface SheetLocks {
  readonly rows: ReadonlyMap<CardId, Readonly<Record<Duty, RowLock>>>
  /** The columns whose cards lie where nothing may change. */
  readonly columns: ReadonlySet<string>
  /** Why something in the sheet cannot be changed; null when all of it can. */
  readonly reason: string | null
}

const NO_LOCKS: SheetLocks = { rows: new Map(), columns: new Set(), reason: null }
const FREE: Readonly<Record<Duty, RowLock>> = { does: 'free', answers: 'free' }

export function rowLock(locks: SheetLocks, row: CardId): Readonly<Record<Duty, RowLock>> {
  return locks.rows.get(row) ?? FREE
}

export function isLocked(lock: RowLock, isColumnLocked: boolean): boolean {
  return lock === 'never' || (lock === 'bound' && isColumnLocked)
}

/** What this person may not change in the sheet, by the server's own rule: a link may change while one of its ends may. */
export function useSheetLocks(matrix: Matrix): SheetLocks {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const { board } = useConnection()
  const language = useBoardLanguage()
  const plain = usePlainBoard()
  const { hasHome } = useWriteLinked()
  const isBound = useView((view) => view?.me.role === 'participant')
  const isShut = useView((view) => view?.locked === true)
  const questions = useView((view) => view?.questions)
  const agenda = useView((view) => view?.agenda)
  return useMemo(() => {
    if (!isBound || !questions || !agenda) return NO_LOCKS
    if (isShut) return { ...NO_LOCKS, reason: t('matrix.lockedAll') }
    const locked = new Set(questions.filter((question) => question.locked).map((question): string => question.id))
    const still = new Set(
      questions.filter((question) => standsStill({ agenda, template: entry.template }, question.id)).map((question): string => question.id),
    )
    if (locked.size + still.size === 0) return NO_LOCKS
    const state = board.getState()
    const lies = (id: CardId): boolean => {
      const question = questionOf(state, id) ?? ''
      return locked.has(question) || still.has(question)
    }
    const graph = indexBoard(plain)
    const columns = new Set<string>(matrix.columns.map((column) => column.card).filter(lies))
    const rows = new Map(
      matrix.rows.map((row) => {
        const holders = holdersOf(plain, graph, { id: row.card })
        const answers =
          holders.length > 0 ? (holders.every(lies) ? 'bound' : 'free') : coverKinds(plain, row.kind).some(hasHome) ? 'free' : 'never'
        return [row.card, { does: lies(row.card) ? 'bound' : 'free', answers } as const]
      }),
    )
    if (![...rows.values()].some(({ does, answers }) => does !== 'free' || answers !== 'free')) return NO_LOCKS
    const names = (set: ReadonlySet<string>): string =>
      new Intl.ListFormat(language).format(
        questions
          .filter((question) => set.has(question.id))
          .map((question) => t('board.question', { mark: markOf(question.id, questions, entry.template) })),
      )
    const why = [
      locked.size > 0 ? t('matrix.locked', { count: locked.size, questions: names(locked) }) : '',
      still.size > 0 ? t('matrix.still', { count: still.size, questions: names(still) }) : '',
    ]
    return { rows, columns, reason: why.filter(Boolean).join(' ') }
  }, [isBound, isShut, questions, agenda, entry.template, board, plain, matrix, hasHome, language, t])
}
