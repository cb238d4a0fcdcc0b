import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { roleSchema } from '../../model/board.ts'
import { device } from '../../sync/device.ts'
import { forgetOfflineCopies } from '../../sync/offline-copies.ts'
import { IconButton } from '../common/controls.tsx'
import styles from './home.module.css'

export function MyBoards(): ReactNode {
  const { t, i18n } = useTranslation()
  const [boards, setBoards] = useState(() => device.boards())
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  return (
    <section className={styles['sheet']}>
      <h2>{t('home.mine')}</h2>
      {boards.length === 0 ? <p className={styles['empty']}>{t('home.mineEmpty')}</p> : null}
      <ul className={styles['boards']}>
        {boards.map((board) => (
          <li key={board.id}>
            <Link href={`/b/${board.id}`} className={styles['board']}>
              <strong>{board.title}</strong>
              <span>
                {[board.organisation, t(`role.${roleSchema.catch('viewer').parse(board.role)}`), day.format(board.openedAt)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
            <IconButton
              label={t('home.forget', { title: board.title })}
              onClick={() => {
                const entry = device.entry(board.id)
                if (entry) forgetOfflineCopies(entry)
                device.forget(board.id)
                setBoards(device.boards())
              }}
            >
              <X size={18} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
