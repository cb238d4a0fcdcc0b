import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from './announce.tsx'
import styles from './controls.module.css'

/** From here on it matters. */
const NEAR = 500

/** How many characters still fit, once they become few; a screen reader hears when that begins and when none is left. */
export function CharsLeft({ length, max }: { readonly length: number; readonly max: number }): ReactNode {
  const { t, i18n } = useTranslation()
  const left = Math.max(0, max - length)
  const isNear = left < Math.min(NEAR, max / 2)
  const words = t('board.charsLeft', { count: left })
  const spoken = !isNear ? 'far' : left === 0 ? 'full' : 'near'
  const said = useRef(spoken)
  useEffect(() => {
    if (said.current !== spoken && spoken !== 'far') announce(words)
    said.current = spoken
  }, [spoken, words])
  return isNear ? (
    <span className={styles['left']} lang={i18n.language}>
      {words}
    </span>
  ) : null
}
