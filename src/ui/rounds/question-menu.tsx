import { ChartBarBig, CircleCheckBig, Ellipsis, EyeOff, Hand, ListChecks, Undo2, Vote } from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newCommandId, type QuestionId } from '../../model/ids.ts'
import { useView } from '../board/board-context.ts'
import { focused } from '../board/focus.ts'
import { useOpen } from '../board/screen-context.ts'
import { useQuestion } from '../board/use-column-cards.ts'
import menu from '../card/card-menu.module.css'
import { MenuItem } from '../card/menu-item.tsx'
import { announce } from '../common/announce.tsx'
import { IconButton } from '../common/controls.tsx'
import { RevealItems } from './reveal-items.tsx'
import { useIsVoting, useSilence } from './round-in.ts'
import { useAsk } from './use-ask.ts'
import { useUndoReveal } from './use-reveal.ts'

interface QuestionMenuProps {
  readonly question: QuestionId
  readonly mark: string
  readonly onClose: () => void
}

export function QuestionMenu({ question, mark, onClose }: QuestionMenuProps): ReactNode {
  const { t } = useTranslation()
  const label = t('rounds.menu', { mark })
  return (
    <Menu.Root defaultOpen modal={false} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Menu.Trigger asChild>
        <IconButton label={label}>
          <Ellipsis size={18} aria-hidden />
        </IconButton>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          className={menu['menu']}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const head = document.querySelector<HTMLElement>(`[data-column="${question}"] header`)
            if (!focused()) head?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus()
          }}
        >
          <SilenceItems question={question} />
          <Menu.Separator className={menu['line']} />
          <VotesItems question={question} />
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  )
}

function SilenceItems({ question }: { readonly question: QuestionId }): ReactNode {
  const { t } = useTranslation()
  const ask = useAsk()
  const open = useOpen()
  const undo = useUndoReveal()
  const here = useSilence(question) !== null
  const anywhere = useView((view) => view?.rounds.silence !== null)
  const revealed = useView((view) => view?.lead?.rounds.revealed ?? 0)
  // A column that only shows cards from elsewhere has nothing of its own to write for.
  const shows = useQuestion(question)?.of !== undefined
  const start = async (): Promise<void> => {
    if (await ask({ type: 'open-silence', round: newCommandId(), questions: [question], kinds: [] })) announce(t('rounds.begun'))
  }
  return (
    <>
      {anywhere || shows ? null : (
        <MenuItem icon={<EyeOff size={16} aria-hidden />} text={t('rounds.open')} onSelect={() => void start()} />
      )}
      {anywhere ? null : (
        <MenuItem
          icon={<ListChecks size={16} aria-hidden />}
          text={t('rounds.openSeveral')}
          onSelect={() => open({ what: 'silence', question })}
        />
      )}
      {here ? <RevealItems /> : null}
      {anywhere && !here ? <p className={menu['note']}>{t('rounds.elsewhere')}</p> : null}
      {revealed > 0 ? (
        <MenuItem icon={<Undo2 size={16} aria-hidden />} text={t('rounds.undoReveal', { count: revealed })} onSelect={() => void undo()} />
      ) : null}
    </>
  )
}

function VotesItems({ question }: { readonly question: QuestionId }): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const here = useIsVoting(question)
  const anywhere = useView((view) => view?.rounds.voting !== null)
  const result = useView((view) => view?.rounds.results.find((known) => known.questions.includes(question))?.id)
  return (
    <>
      {anywhere ? null : (
        <MenuItem icon={<Vote size={16} aria-hidden />} text={t('votes.open')} onSelect={() => open({ what: 'vote', question })} />
      )}
      {here ? (
        <>
          <MenuItem icon={<Hand size={16} aria-hidden />} text={t('votes.countHands')} onSelect={() => open({ what: 'hands' })} />
          <MenuItem
            icon={<CircleCheckBig size={16} aria-hidden />}
            text={t('votes.closeItem')}
            onSelect={() => open({ what: 'close-votes' })}
          />
        </>
      ) : null}
      {anywhere && !here ? <p className={menu['note']}>{t('votes.elsewhere')}</p> : null}
      {result === undefined ? null : (
        <MenuItem
          icon={<ChartBarBig size={16} aria-hidden />}
          text={t('votes.showResult')}
          onSelect={() => open({ what: 'result', round: result })}
        />
      )}
    </>
  )
}
