import { Check, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardToMake } from '../../../insight/chain-makes.ts'
import type { Missing } from '../../../insight/chain.ts'
import type { CardId } from '../../../model/ids.ts'
import { useBoard, useBoardLanguage, useKind } from '../../board/board-context.ts'
import { useOpen } from '../../board/screen-context.ts'
import { KindIcon } from '../../card/kind-icon.tsx'
import { announce } from '../../common/announce.tsx'
import { useWriteLinked } from '../use-write-linked.ts'
import styles from './asks.module.css'

interface GapOfferProps {
  readonly missing: Missing
  readonly made: readonly CardId[]
  readonly canWrite: boolean
}

/** What is missing, as a sentence, and a press for each card that mends it. */
export function GapOffer({ missing, made, canWrite }: GapOfferProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  return (
    <div className={styles['gap']} data-unclear={missing.unclear}>
      <p lang={language}>{missing.text}</p>
      <ul aria-label={t('rehearsal.makes')}>
        {missing.makes.map((make) => (
          <li key={`${make.kind} ${make.text}`}>
            <MakeButton make={make} made={made} canWrite={canWrite} />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface MakeButtonProps {
  readonly make: CardToMake
  readonly made: readonly CardId[]
  readonly canWrite: boolean
}

/** Makes the card; once it is there, the same button shows it, so that the focus stays where it is. */
function MakeButton({ make, made, canWrite }: MakeButtonProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const open = useOpen()
  const kind = useKind(make.kind)
  const { make: write } = useWriteLinked()
  const there = useBoard((state) => made.find((id) => isSame(make, state.cards.get(id))))
  const label = kind?.label[language] ?? ''
  if (!there && !canWrite) return null
  const press = (): void => {
    if (there) return open({ what: 'details', card: there })
    if (write(make) !== null) announce(t('say.added', { text: `${label}: ${make.text}` }))
  }
  return (
    <button
      type="button"
      lang={language}
      className={styles['make']}
      data-made={there !== undefined}
      title={make.text}
      aria-label={there ? t('rehearsal.showMade', { kind: label, text: make.text }) : t('rehearsal.make', { kind: label, text: make.text })}
      onClick={press}
    >
      {there ? <Check size={17} strokeWidth={2.6} aria-hidden /> : <Plus size={17} strokeWidth={2.4} aria-hidden />}
      {kind ? <KindIcon icon={kind.icon} size={16} /> : null}
      {label}
    </button>
  )
}

function isSame(make: CardToMake, card: { readonly kind: string; readonly text: string } | undefined): boolean {
  return card?.kind === make.kind && card.text.trim() === make.text.trim()
}
