import { MODAL } from '../common/modal.ts'

/** So long after the last letter somebody is still at it. */
const PAUSE_MS = 8000

let typedAt = Number.NEGATIVE_INFINITY

/** Notes when something is typed, until the board is left. */
export function watchTyping(): () => void {
  const note = ({ target }: Event): void => {
    if (isText(target)) typedAt = performance.now()
  }
  // Who goes on to a button has come to the end of the sentence.
  const end = ({ target }: Event): void => {
    if (!isText(target)) typedAt = Number.NEGATIVE_INFINITY
  }
  document.addEventListener('input', note, true)
  document.addEventListener('focusin', end, true)
  document.addEventListener('pointerdown', end, true)
  return () => {
    typedAt = Number.NEGATIVE_INFINITY
    document.removeEventListener('input', note, true)
    document.removeEventListener('focusin', end, true)
    document.removeEventListener('pointerdown', end, true)
  }
}

/** In the middle of something from which nobody may be pulled away: a sentence, a dialog, a menu. */
export function isBusy(): boolean {
  const isOver = document.querySelector(`${MODAL}, [role=menu]`) !== null
  // Who leads from the agenda goes along below it.
  if (isOver && !document.querySelector('[role=dialog] [data-agenda]')) return true
  return performance.now() - typedAt < PAUSE_MS || isInText(document.activeElement)
}

function isInText(element: Element | null): boolean {
  return isText(element) && !element.readOnly && element.value.trim() !== ''
}

function isText(element: EventTarget | null): element is HTMLTextAreaElement | HTMLInputElement {
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text')
}
