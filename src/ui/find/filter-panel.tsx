import { X } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, TextField } from '../common/controls.tsx'
import { KindIcon } from '../card/kind-icon.tsx'
import { useBoardLanguage } from '../board/board-context.ts'
import { focused } from '../board/focus.ts'
import { useFinding } from './filter-context.ts'
import styles from './filter-panel.module.css'
import { EVERYTHING } from './filter.ts'
import { useKindChoices, useMissingChoices, type Choice } from './use-choices.ts'
import { useHits } from './use-hits.ts'

/** The first thing to tick, not the cross that closes. */
function focusFirst(event: Event): void {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.querySelector('input')?.focus()
}

/** The button that was pressed has made room for the one that the panel hangs on. */
function giveBack(event: Event): void {
  event.preventDefault()
  if (!focused()) document.querySelector<HTMLElement>('[data-filter-button]')?.focus()
}

interface FilterPanelProps {
  readonly withText: boolean
  readonly onClose: () => void
  /** The button that it hangs on. */
  readonly children: ReactNode
}

/** Narrows the board down to kinds of cards and to what is missing on them. The board beside it follows every press. */
export function FilterPanel({ withText, onClose, children }: FilterPanelProps): ReactNode {
  const { t } = useTranslation()
  const { filter, change, test } = useFinding()
  const kinds = useKindChoices()
  const missing = useMissingChoices()
  const hits = useHits()
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['panel']}
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t('find.filter')}
          data-no-drag
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={giveBack}
        >
          <div className={styles['head']}>
            <strong>{t('find.filter')}</strong>
            <Popover.Close asChild>
              <IconButton label={t('common.close')}>
                <X size={19} aria-hidden />
              </IconButton>
            </Popover.Close>
          </div>
          <div className={styles['parts']}>
            {withText ? (
              <TextField
                label={t('board.find')}
                type="search"
                value={filter.text}
                onChange={(event) => change({ text: event.target.value })}
              />
            ) : null}
            <Part
              title={t('find.kinds')}
              choices={kinds}
              chosen={filter.kinds}
              onChosen={(chosen) => change({ kinds: chosen as typeof filter.kinds })}
            />
            <Part title={t('find.missing')} choices={missing} chosen={filter.missing} onChosen={(chosen) => change({ missing: chosen })} />
          </div>
          <p className={styles['foot']}>
            <span role="status">{hits ? t('find.hits', { ...hits }) : t('find.all')}</span>
            <Button disabled={test === null} onClick={() => change(EVERYTHING)}>
              {t('board.showAll')}
            </Button>
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

interface PartProps {
  readonly title: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}

function Part({ title, choices, chosen, onChosen }: PartProps): ReactNode {
  const language = useBoardLanguage()
  if (choices.length === 0) return null
  return (
    <fieldset className={styles['part']}>
      <legend>{title}</legend>
      {choices.map(({ id, label, count, kind, own }) => (
        <label key={id} className={styles['choice']} data-color={kind?.color} lang={own ? undefined : language}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => onChosen(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
          {kind ? <KindIcon icon={kind.icon} size={16} /> : null}
          <span>{label}</span>
          {count === undefined ? null : <span className={styles['count']}>{count}</span>}
        </label>
      ))}
    </fieldset>
  )
}
