import { Lock, Menu as MenuSign } from 'lucide-react'
import { Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../common/controls.tsx'
import { useBoardLanguage, useOpenBoard, useView } from './board-context.ts'
import { PhoneMenu } from './lazy-parts.ts'
import { PeopleHere } from './people-here.tsx'
import styles from './phone-header.module.css'
import { SaveSign } from './save-sign.tsx'

/** One line: where one is, whether it is saved, who is here; everything else lies behind one menu. */
export function PhoneHeader(): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const title = useView((view) => view?.title ?? entry.title)
  const locked = useView((view) => view?.locked === true && view.me.role !== 'viewer')
  const language = useBoardLanguage()
  const [menu, setMenu] = useState<'unasked' | 'open' | 'closed'>('unasked')
  const button = (
    <IconButton label={t('board.menu')} aria-haspopup="menu" data-meter onClick={() => setMenu('open')}>
      <MenuSign size={22} aria-hidden />
    </IconButton>
  )
  return (
    <header className={styles['header']} data-phone-header>
      <div className={styles['row']}>
        <div className={styles['what']}>
          <h1 lang={language}>{title}</h1>
          <SaveSign />
        </div>
        <PeopleHere />
        {menu === 'unasked' ? (
          button
        ) : (
          <Suspense fallback={button}>
            <PhoneMenu open={menu === 'open'} onOpen={(open) => setMenu(open ? 'open' : 'closed')} />
          </Suspense>
        )}
      </div>
      {locked ? (
        <p className={styles['locked']} title={t('settings.lockBoardHint')}>
          <Lock size={15} aria-hidden />
          {t('board.boardLocked')}
        </p>
      ) : null}
    </header>
  )
}
