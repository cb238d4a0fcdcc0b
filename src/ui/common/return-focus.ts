import { createContext } from 'react'

/** Puts the focus back where it was before a dialog opened. */
export const ReturnFocusContext = createContext<() => void>(() => undefined)
