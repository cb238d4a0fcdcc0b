import { clsx } from 'clsx'
import { Check, FileText, House, Languages, ListChecks, Menu as MenuSign, Redo2, Settings2, Trash2, UserPlus } from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { currentLanguage } from '../../i18n/i18n.ts'
import { BIN } from '../../model/card.ts'
import { LANGUAGES } from '../../model/text.ts'
import { cardIdsIn } from '../../sync/board-store.ts'
import menu from '../card/card-menu.module.css'
import { MenuItem } from '../card/menu-item.tsx'
import { IconButton } from '../common/controls.tsx'
import { useChooseLanguage } from '../common/language-switch.tsx'
import { showGaps, useGaps, useGapStore } from '../gaps/gap-store.ts'
import { BOARD_ICON, placesOf } from '../places/places.ts'
import { usePlace, usePlaceHref } from '../places/use-place.ts'
import { useBoard, useConnection, useIsFacilitator, useTemplate } from './board-context.ts'
import { useOpen } from './screen-context.ts'
import styles from './phone-menu.module.css'
import { useActions } from './use-actions.ts'

interface PhoneMenuProps {
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** The places of a board and everything that has no room on a phone. */
export function PhoneMenu({ open, onOpen }: PhoneMenuProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Menu.Root open={open} onOpenChange={onOpen} modal={false}>
      <Menu.Trigger asChild>
        <IconButton label={t('board.menu')} data-meter>
          <MenuSign size={22} aria-hidden />
        </IconButton>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className={menu['menu']} align="end" sideOffset={2} collisionPadding={8}>
          <PlaceItems />
          <Menu.Separator className={menu['line']} />
          <BoardItems />
          <Menu.Separator className={menu['line']} />
          <LanguageItems />
          <Menu.Item asChild>
            <Link href="/" className={clsx(menu['item'], styles['link'])}>
              <House size={17} aria-hidden />
              {t('common.home')}
            </Link>
          </Menu.Item>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}

function PlaceItems(): ReactNode {
  const { t } = useTranslation()
  const places = placesOf(useTemplate())
  const here = usePlace()?.id ?? null
  const hrefOf = usePlaceHref()
  return (
    <Menu.Group aria-label={t('place.nav')}>
      {[{ id: null, Icon: BOARD_ICON }, ...places].map(({ id, Icon }) => (
        <Menu.Item key={id} asChild>
          <Link href={hrefOf(id)} className={clsx(menu['item'], styles['link'])} aria-current={id === here ? 'page' : undefined}>
            <Icon size={17} aria-hidden />
            {t(`place.${id ?? 'board'}`)}
          </Link>
        </Menu.Item>
      ))}
    </Menu.Group>
  )
}

function BoardItems(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const gaps = useGapStore()
  const maturity = useGaps((state) => state.insight?.maturity)
  const facilitator = useIsFacilitator()
  const binned = useBoard((state) => cardIdsIn(state, BIN).length)
  const canRedo = useStore(useConnection().undo.store, (state) => state.canRedo)
  const actions = useActions()
  return (
    <>
      <MenuItem icon={<FileText size={17} aria-hidden />} text={t('board.plan')} onSelect={() => open({ what: 'plan' })} />
      <Menu.Item className={menu['item']} onSelect={() => showGaps(gaps, { question: '', rule: null })}>
        <ListChecks size={17} aria-hidden />
        <span>
          {t('gaps.title')}
          {maturity && maturity.total > 0 ? (
            <small className={styles['small']} data-testid="maturity">
              {t('maturity.complete', { complete: maturity.complete, total: maturity.total })}
            </small>
          ) : null}
        </span>
      </Menu.Item>
      {facilitator ? (
        <>
          <MenuItem icon={<UserPlus size={17} aria-hidden />} text={t('board.invite')} onSelect={() => open({ what: 'invite' })} />
          <MenuItem icon={<Settings2 size={17} aria-hidden />} text={t('board.settings')} onSelect={() => open({ what: 'settings' })} />
        </>
      ) : null}
      {binned > 0 ? (
        <MenuItem icon={<Trash2 size={17} aria-hidden />} text={`${t('bin.title')} (${binned})`} onSelect={() => open({ what: 'bin' })} />
      ) : null}
      {canRedo ? <MenuItem icon={<Redo2 size={17} aria-hidden />} text={t('common.redo')} onSelect={actions.redo} /> : null}
    </>
  )
}

function LanguageItems(): ReactNode {
  const { t } = useTranslation()
  const choose = useChooseLanguage()
  return (
    <Menu.RadioGroup aria-label={t('language.label')} value={currentLanguage()}>
      {LANGUAGES.map((language) => (
        <Menu.RadioItem key={language} className={menu['item']} value={language} lang={language} onSelect={() => choose(language)}>
          <Languages size={17} aria-hidden />
          {t(`language.${language}`)}
          <Menu.ItemIndicator className={menu['more']}>
            <Check size={17} aria-hidden />
          </Menu.ItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
