import { useCallback, useMemo, useRef, useState, type RefObject } from 'react'
import { focused, rememberFocus } from './focus.ts'
import type { Opened } from './screen-context.ts'

type Details = Extract<Opened, { what: 'details' }>
type OverBoard = Exclude<Opened, Details>

interface WhatIsOpen {
  /** The one dialog over the board. */
  readonly dialog: OverBoard | null
  /** The card whose details are shown, beside the board or under a dialog. */
  readonly details: Details | null
  readonly open: (next: Opened | null) => void
  readonly closeDialog: () => void
  readonly closeDetails: () => void
  /** Leaves everything, when the board shows another place. */
  readonly clear: () => void
  readonly focusAfterDialog: () => void
  readonly focusAfterDetails: () => void
}

type Back = RefObject<(() => void) | null>

/** What is open besides the board itself, and where the focus belongs once it is closed. */
export function useOpened(): WhatIsOpen {
  const [dialog, setDialog] = useState<OverBoard | null>(null)
  const [details, setDetails] = useState<Details | null>(null)
  const shown = useRef<{ dialog: boolean; details: boolean }>({ dialog: false, details: false })
  const afterDialog: Back = useRef(null)
  const afterDetails: Back = useRef(null)
  const showDialog = useCallback((next: OverBoard | null) => {
    shown.current.dialog = next !== null
    setDialog(next)
  }, [])
  const showDetails = useCallback((next: Details | null) => {
    shown.current.details = next !== null
    setDetails(next)
  }, [])
  const open = useCallback(
    (next: Opened | null) => {
      const about = next && 'card' in next ? next.card : undefined
      if (next?.what === 'details') {
        // One may follow on another: the focus goes back to where the first was opened.
        if (!shown.current.details && shown.current.dialog) afterDetails.current = afterDialog.current
        else if (!focused()?.closest('[role=dialog]')) afterDetails.current = rememberFocus(about)
        showDetails(next)
        return showDialog(null)
      }
      if (next && !shown.current.dialog) afterDialog.current = rememberFocus(about)
      showDialog(next)
    },
    [showDetails, showDialog],
  )
  return useMemo(
    () => ({
      dialog,
      details,
      open,
      closeDialog: () => showDialog(null),
      closeDetails: () => showDetails(null),
      clear: () => {
        showDialog(null)
        showDetails(null)
      },
      focusAfterDialog: () => giveBack(afterDialog),
      focusAfterDetails: () => giveBack(afterDetails),
    }),
    [dialog, details, open, showDetails, showDialog],
  )
}

function giveBack(back: Back): void {
  back.current?.()
  back.current = null
}
