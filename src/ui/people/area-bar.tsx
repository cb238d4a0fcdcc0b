import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { device } from '../../sync/device.ts'
import { useBoardLanguage, useOpenBoard } from '../board/board-context.ts'
import { announce } from '../common/announce.tsx'
import { useRun } from '../hooks/use-run.ts'
import styles from './area-bar.module.css'
import { useAreas } from './use-areas.ts'

/** Asks where one comes from: one tap, and never in the way of writing. */
export function AreaBar(): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const lang = useBoardLanguage()
  const run = useRun()
  const areas = useAreas()
  const bar = useRef<HTMLElement>(null)
  // Decided once: a question that appears in the middle of the work would push away what somebody reads.
  const [asking, setAsking] = useState(() => areas.length > 0 && !device.isAreaAsked(entry.board))
  // The bar leaves with what has the focus: while it is still on the page, its focus can be seen and handed on.
  useLayoutEffect(() => {
    const element = bar.current
    return () => {
      if (element?.contains(document.activeElement)) focusMain()
    }
  }, [])
  const leave = (): void => {
    focusMain()
    setAsking(false)
  }
  if (!asking) return null
  return (
    <section ref={bar} className={styles['bar']} aria-labelledby="area-question" data-areas>
      <h2 id="area-question">{t('people.whichArea')}</h2>
      <ul>
        {areas.map(({ key, text, area }) => (
          <li key={key}>
            <button
              type="button"
              lang={lang}
              onClick={() =>
                void run({ type: 'set-my-area', area }).then((done) => {
                  if (done) announce(t('people.areaChosen', { area: text }))
                })
              }
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
      <span className={styles['ways']}>
        <button
          type="button"
          onClick={() => {
            device.saveAreaAsked(entry.board)
            leave()
          }}
        >
          {t('people.noneOfThem')}
        </button>
        <button type="button" onClick={leave}>
          {t('people.later')}
        </button>
      </span>
    </section>
  )
}

function focusMain(): void {
  const main = document.querySelector<HTMLElement>('main')
  main?.setAttribute('tabindex', '-1')
  main?.focus({ preventScroll: true })
}
