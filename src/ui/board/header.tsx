import { FileText, Redo2, Settings2, Undo2, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { Button, IconButton } from '../common/controls.tsx'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { useConnection, useIsFacilitator, useOpenBoard, useView } from './board-context.ts'
import styles from './header.module.css'
import { PeopleHere } from './people-here.tsx'
import { SaveSign } from './save-sign.tsx'
import { useOpen } from './screen-context.ts'
import { useActions } from './use-actions.ts'

export function Header(): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const title = useView((view) => view?.title ?? entry.title)
  const organisation = useView((view) => view?.organisation ?? entry.organisation)
  const goal = useView((view) => view?.goal ?? '')
  const facilitator = useIsFacilitator()
  const open = useOpen()
  return (
    <header className={styles['header']}>
      <div className={styles['row']}>
        <Link href="/" className={styles['brand']} aria-label={t('common.home')}>
          {t('brand')}
          <i aria-hidden />
        </Link>
        <div className={styles['what']}>
          <h1>{title}</h1>
          <p>
            {organisation ? <span>{organisation}</span> : null}
            <SaveSign />
          </p>
        </div>
        <UndoButtons />
        <PeopleHere />
        <span className={styles['language']}>
          <LanguageSwitch />
        </span>
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
      {goal ? (
        <p className={styles['goal']}>
          <strong>{t('board.goal')}</strong>
          <span>{goal}</span>
        </p>
      ) : null}
    </header>
  )
}

function UndoButtons(): ReactNode {
  const { t } = useTranslation()
  const { undo } = useConnection()
  const canUndo = useStore(undo.store, (state) => state.canUndo)
  const canRedo = useStore(undo.store, (state) => state.canRedo)
  const actions = useActions()
  return (
    <span className={styles['undo']}>
      <IconButton label={t('common.undo')} disabled={!canUndo} onClick={actions.undo}>
        <Undo2 size={19} aria-hidden />
      </IconButton>
      <IconButton label={t('common.redo')} disabled={!canRedo} onClick={actions.redo}>
        <Redo2 size={19} aria-hidden />
      </IconButton>
    </span>
  )
}
