import { useEffect } from 'react'
import { useActions } from './use-actions.ts'

/** Ctrl or Cmd with Z, Shift+Z and Y. Inside an input the shared text's own history is used too: the browser's knows nothing of the others. */
export function useUndoKeys(): void {
  const actions = useActions()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const target = event.target instanceof HTMLElement ? event.target : null
      const ownInput = target?.closest('input, select, textarea:not([data-shared])')
      const emptyComposer = target?.matches('textarea[data-composer]') && (target as HTMLTextAreaElement).value === ''
      if (ownInput && !emptyComposer) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) actions.redo()
      else actions.undo()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions])
}
