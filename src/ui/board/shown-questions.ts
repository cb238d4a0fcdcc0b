import { useEffect } from 'react'
import { createStore } from 'zustand/vanilla'

const wanted = createStore<{ readonly questions: readonly string[] | null }>(() => ({ questions: null }))

/** Opens these questions and folds the others, as soon as the columns are on the page. */
export function showQuestions(questions: readonly string[]): void {
  wanted.setState({ questions })
}

export function useShownQuestions(show: (questions: readonly string[]) => void): void {
  useEffect(() => {
    const go = (): void => {
      const { questions } = wanted.getState()
      if (!questions) return
      wanted.setState({ questions: null })
      const hadFocus = document.activeElement !== document.body
      show(questions)
      // What had the focus may be folded by now.
      requestAnimationFrame(() => {
        if (hadFocus && document.activeElement === document.body) document.querySelector('main')?.focus({ preventScroll: true })
      })
    }
    go()
    return wanted.subscribe(go)
  }, [show])
}
