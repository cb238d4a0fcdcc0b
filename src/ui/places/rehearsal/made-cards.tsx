import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsedStation } from '../../../insight/chain.ts'
import type { CardId } from '../../../model/ids.ts'
import { useBoard, useBoardLanguage, useKind } from '../../board/board-context.ts'
import { useOpen } from '../../board/screen-context.ts'
import { shortText } from '../../board/use-actions.ts'
import { KindIcon } from '../../card/kind-icon.tsx'
import styles from './asks.module.css'

/** What became of the gaps of a station: the way to each card. */
export function MadeCards({ station }: { readonly station: RehearsedStation }): ReactNode {
  const { t } = useTranslation()
  if (station.made.length === 0) return null
  return (
    <div className={styles['made']}>
      <p>{t('rehearsal.made')}</p>
      <ul>
        {station.made.map((id) => (
          <li key={id}>
            <MadeCard id={id} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function MadeCard({ id }: { readonly id: CardId }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const open = useOpen()
  const card = useBoard((state) => state.cards.get(id))
  const kind = useKind(card?.kind ?? ('' as never))
  return (
    <button type="button" lang={language} dir="auto" onClick={() => open({ what: 'details', card: id })}>
      {kind ? <KindIcon icon={kind.icon} size={15} /> : null}
      <span className="visually-hidden">{kind?.label[language]}: </span>
      {shortText(card, t('card.empty'))}
    </button>
  )
}
