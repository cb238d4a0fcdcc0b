import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Card } from '../../../model/card.ts'
import type { CardId } from '../../../model/ids.ts'
import type { Relation } from '../../../model/template.ts'
import { useNamedEnds } from '../../card/named-ends.ts'
import { IconButton } from '../../common/controls.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { useBoard, useBoardLanguage } from '../board-context.ts'
import { useOpen } from '../screen-context.ts'
import { shortText, useActions } from '../use-actions.ts'
import styles from './forms.module.css'
import { SlotPicker } from './slot-picker.tsx'

interface SlotProps {
  readonly card: Card
  readonly relation: Relation
  readonly canWrite: boolean
}

/** Who stands at the other end of the link that a question makes: nobody yet, somebody, or more than there may be. */
export function Slot({ card, relation, canWrite }: SlotProps): ReactNode {
  const { t, language: spoken } = useWords()
  const language = useBoardLanguage()
  const { others: holders, linkOf, keep } = useNamedEnds(card.id, relation, 'sources')
  const contested = relation.max === 1 && holders.length > 1
  const question = (relation.missingTo ?? relation.labelTo)[language]
  return (
    <div className={styles['slot']} data-state={contested ? 'contested' : holders.length > 0 ? 'filled' : 'missing'}>
      <span className={styles['slotHead']}>{holders.length > 0 ? relation.labelTo[language] : question}</span>
      {contested ? (
        <span className={styles['contested']} lang={spoken}>
          {t('forms.contested', { count: holders.length })}
        </span>
      ) : null}
      {holders.map((holder) => (
        <Holder key={holder} id={holder} link={linkOf(holder)} canWrite={canWrite} onKeep={contested ? () => keep(holder) : undefined} />
      ))}
      {canWrite && !contested ? <SlotPicker card={card} relation={relation} holders={holders} /> : null}
    </div>
  )
}

interface HolderProps {
  readonly id: CardId
  readonly link: string
  readonly canWrite: boolean
  /** Of several that are named, this one stays. */
  readonly onKeep?: (() => void) | undefined
}

function Holder({ id, link, canWrite, onKeep }: HolderProps): ReactNode {
  const { t } = useWords()
  const language = useBoardLanguage()
  const actions = useActions()
  const open = useOpen()
  const text = useBoard((state) => shortText(state.cards.get(id), t('card.empty')))
  return (
    <span className={styles['holder']} lang={language}>
      <button type="button" className={styles['holderName']} dir="auto" onClick={() => open({ what: 'details', card: id })}>
        {text}
      </button>
      {onKeep && canWrite ? (
        <button type="button" className={styles['only']} onClick={onKeep}>
          {t('forms.onlyThis', { text })}
        </button>
      ) : null}
      {canWrite ? (
        <IconButton className={styles['off']} label={t('card.unlink', { text })} onClick={() => actions.unlink(link)}>
          <X size={15} aria-hidden />
        </IconButton>
      ) : null}
    </span>
  )
}
