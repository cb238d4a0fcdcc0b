import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useTemplate } from '../board/board-context.ts'
import styles from './place-nav.module.css'
import { BOARD_ICON, placesOf } from './places.ts'
import { usePlace, usePlaceHref } from './use-place.ts'

/** The ways to look at a board. The connection stays open from one to the other. */
export function PlaceNav(): ReactNode {
  const { t } = useTranslation()
  const places = placesOf(useTemplate())
  const here = usePlace()?.id ?? null
  const hrefOf = usePlaceHref()
  if (places.length === 0) return null
  return (
    <nav className={styles['nav']} aria-label={t('place.nav')}>
      {[{ id: null, Icon: BOARD_ICON }, ...places].map(({ id, Icon }) => (
        <Link key={id} href={hrefOf(id)} aria-current={id === here ? 'page' : undefined} title={t(`place.${id ?? 'board'}`)}>
          <Icon size={17} aria-hidden />
          <span>{t(`place.${id ?? 'board'}`)}</span>
        </Link>
      ))}
    </nav>
  )
}
