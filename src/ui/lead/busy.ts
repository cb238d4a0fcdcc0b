/** So long after the last letter somebody is still at it. */
const PAUSE_MS = 8000

let typedAt = Number.NEGATIVE_INFINITY

/** Notes when something is typed, until the board is left. */
export function watchTyping(): () => void {
  const note = (): void => {
    typedAt = performance.now()
  }
  document.addEventListener('input', note, true)
  return () => {
    typedAt = Number.NEGATIVE_INFINITY
    document.removeEventListener('input', note, true)
  }
}

/** In the middle of something from which nobody may be pulled away: a sentence, a dialog, a menu. */
export function isBusy(): boolean {
  if (document.querySelector('[role=dialog], [role=menu]')) return true
  return performance.now() - typedAt < PAUSE_MS || isInText(document.activeElement)
}

function isInText(element: Element | null): boolean {
  const isText = element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
  return isText && !element.readOnly && element.value.trim() !== ''
}
