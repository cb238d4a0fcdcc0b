import { Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { IconButton } from '../common/controls.tsx'
import { useConnection } from './board-context.ts'
import { useActions } from './use-actions.ts'

/** Undo and redo of one's own edits. */
export function UndoButtons(): ReactNode {
  const { t } = useTranslation()
  const { undo } = useConnection()
  const canRedo = useStore(undo.store, (state) => state.canRedo)
  const actions = useActions()
  return (
    <>
      <UndoButton />
      <IconButton label={t('common.redo')} off={!canRedo} onClick={actions.redo}>
        <Redo2 size={19} aria-hidden />
      </IconButton>
    </>
  )
}

export function UndoButton(): ReactNode {
  const { t } = useTranslation()
  const { undo } = useConnection()
  const canUndo = useStore(undo.store, (state) => state.canUndo)
  const actions = useActions()
  return (
    <IconButton label={t('common.undo')} off={!canUndo} onClick={actions.undo}>
      <Undo2 size={19} aria-hidden />
    </IconButton>
  )
}
