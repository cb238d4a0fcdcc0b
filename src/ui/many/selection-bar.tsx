import { Layers, Link2, MoveRight, Trash2, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BIN } from '../../model/card.ts'
import type { CardId } from '../../model/ids.ts'
import { useBoard } from '../board/board-context.ts'
import { articleOf, focused } from '../board/focus.ts'
import { announce } from '../common/announce.tsx'
import { Button, IconButton } from '../common/controls.tsx'
import { ReturnFocusContext } from '../common/return-focus.ts'
import { LinkManyDialog } from './link-many-dialog.tsx'
import { removeMany } from './many-actions.ts'
import { stackMany } from './many-stacks.ts'
import { MoveManyDialog } from './move-many-dialog.tsx'
import styles from './selection-bar.module.css'
import { clearTicks, useTicked } from './ticks.ts'
import { useMany } from './use-many.ts'

/** What can be done with all cards that are ticked. Escape ends it. */
export function SelectionBar(): ReactNode {
  const { t } = useTranslation()
  const many = useMany()
  const ticked = useTicked()
  const joined = useBoard((state) => [...ticked].filter((id) => (state.cards.get(id)?.place.in ?? BIN) !== BIN).join(' '))
  const ids = joined === '' ? [] : (joined.split(' ') as CardId[])
  const count = ids.length
  const last = ids.at(-1)
  const [opened, setOpened] = useState<'move' | 'link' | null>(null)

  useEffect(() => {
    if (count === 0) clearTicks()
    else announce(t('many.said', { count }))
  }, [count, t])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [role=dialog], [role=menu]')) return
      end()
    }
    const end = (): void => {
      const inBar = focused()?.closest('[data-selection-bar]')
      clearTicks()
      announce(t('many.cleared'))
      if (inBar && last !== undefined) articleOf(last)?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [last, t])
  if (count === 0) return null

  const close = (): void => setOpened(null)
  const backToCard = (): void => {
    if (last !== undefined) articleOf(last)?.focus()
  }
  return (
    <>
      <div className={styles['bar']} role="toolbar" aria-label={t('many.bar')} data-selection-bar>
        <strong>{t('many.selected', { count })}</strong>
        <span className={styles['acts']}>
          <Button data-act="move" onClick={() => setOpened('move')}>
            <MoveRight size={17} aria-hidden />
            {t('many.move')}
          </Button>
          <Button data-act="link" onClick={() => setOpened('link')}>
            <Link2 size={17} aria-hidden />
            {t('many.link')}
          </Button>
          {many.template.stack === undefined ? null : (
            <Button data-act="stack" onClick={() => stackMany(many, ids)}>
              <Layers size={17} aria-hidden />
              {t('many.stack')}
            </Button>
          )}
          <Button data-act="remove" onClick={() => removeMany(many, ids)}>
            <Trash2 size={17} aria-hidden />
            {t('many.remove')}
          </Button>
        </span>
        <IconButton
          label={t('many.clear')}
          onClick={() => {
            backToCard()
            clearTicks()
          }}
        >
          <X size={19} aria-hidden />
        </IconButton>
      </div>
      <ReturnFocusContext value={backToCard}>
        {opened === 'move' ? <MoveManyDialog many={many} ids={ids} onClose={close} /> : null}
        {opened === 'link' ? <LinkManyDialog many={many} ids={ids} onClose={close} /> : null}
      </ReturnFocusContext>
    </>
  )
}
