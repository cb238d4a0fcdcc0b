import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { missingAreas } from '../../model/areas.ts'
import { useBoardLanguage, useConnection, useTemplate, useView } from '../board/board-context.ts'
import styles from './people.module.css'
import { useAreas } from './use-areas.ts'

/** Areas on the board for which nobody has come. */
export function MissingAreas(): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const template = useTemplate()
  const language = useBoardLanguage()
  const people = useView((view) => view?.people ?? null)
  const areas = useAreas()
  const onBoard = areas.filter(({ area }) => 'card' in area).length
  const missing = useMemo(
    () =>
      new Set(
        areas.length === 0 ? [] : missingAreas(connection.board.getState().cards.values(), template, people ?? []).map((card) => card.id),
      ),
    [connection, template, people, areas],
  )
  if (template.areas === undefined) return null
  const shown = areas.filter(({ area }) => 'card' in area && missing.has(area.card))
  return (
    <section className={styles['part']}>
      <h3>
        {t('people.missing')} {shown.length > 0 ? <small>{t('people.missingCount', { count: shown.length, of: onBoard })}</small> : null}
      </h3>
      {shown.length > 0 ? (
        <ul className={styles['missing']} lang={language}>
          {shown.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      ) : (
        <p className={styles['hint']}>{t(onBoard === 0 ? 'people.noAreas' : 'people.allHere')}</p>
      )}
    </section>
  )
}
