import { FileText, Lock, Settings2, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button, IconButton } from '../common/controls.tsx'
import { useBoardLanguage, useIsFacilitator, useOpenBoard, useView } from './board-context.ts'
import styles from './header.module.css'
import { SearchBox } from '../find/search-box.tsx'
import { PlaceNav } from '../places/place-nav.tsx'
import { usePlace } from '../places/use-place.ts'
import { PeopleHere } from './people-here.tsx'
import { FollowCounts } from '../passes/follow-counts.tsx'
import { SaveSign } from './save-sign.tsx'
import { useOpen } from './screen-context.ts'
import { UndoButtons } from './undo-buttons.tsx'

export function Header(): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const title = useView((view) => view?.title ?? entry.title)
  const organisation = useView((view) => view?.organisation ?? entry.organisation)
  const goal = useView((view) => view?.goal ?? '')
  const follows = useView((view) => view?.follows ?? null)
  const locked = useView((view) => view?.locked === true && view.me.role !== 'viewer')
  const language = useBoardLanguage()
  const facilitator = useIsFacilitator()
  const open = useOpen()
  const onBoard = usePlace() === null
  return (
    <header className={styles['header']}>
      <div className={styles['row']}>
        <Link href="/" className={styles['brand']} aria-label={t('common.home')}>
          {t('brand')}
          <i aria-hidden />
        </Link>
        <div className={styles['what']}>
          <h1 lang={language}>{title}</h1>
          <p>
            {organisation ? <span lang={language}>{organisation}</span> : null}
            <SaveSign />
          </p>
        </div>
        <PlaceNav />
        {onBoard ? <SearchBox /> : null}
        <span className={styles['undo']}>
          <UndoButtons />
        </span>
        <PeopleHere />
        {facilitator ? (
          <>
            <IconButton label={t('board.settings')} onClick={() => open({ what: 'settings' })}>
              <Settings2 size={20} aria-hidden />
            </IconButton>
            <Button className={styles['wide']} onClick={() => open({ what: 'invite' })} aria-label={t('board.invite')}>
              <UserPlus size={18} aria-hidden />
              <span>{t('board.invite')}</span>
            </Button>
          </>
        ) : null}
        <Button look="primary" className={styles['wide']} onClick={() => open({ what: 'plan' })} aria-label={t('board.plan')}>
          <FileText size={18} aria-hidden />
          <span>{t('board.plan')}</span>
        </Button>
      </div>
      {locked ? (
        <p className={styles['locked']} title={t('settings.lockBoardHint')}>
          <Lock size={15} aria-hidden />
          {t('board.boardLocked')}
        </p>
      ) : null}
      {follows ? (
        <p className={styles['goal']}>
          <strong>{t('follow.short')}</strong>
          <span>
            {follows.title}: <FollowCounts follows={follows} />
          </span>
        </p>
      ) : null}
      {goal ? (
        <p className={styles['goal']}>
          <strong>{t('board.goal')}</strong>
          <span lang={language}>{goal}</span>
        </p>
      ) : null}
    </header>
  )
}
