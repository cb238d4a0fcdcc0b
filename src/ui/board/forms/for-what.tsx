import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Card } from '../../../model/card.ts'
import type { CardId } from '../../../model/ids.ts'
import { linkId } from '../../../model/link.ts'
import type { Relation } from '../../../model/template.ts'
import { EndChip, otherEnds } from '../../card/card-chips.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { useBoard, useBoardLanguage } from '../board-context.ts'
import { useOpen } from '../screen-context.ts'
import styles from './forms.module.css'

interface ForWhatProps {
  readonly card: Card
  readonly relation: Relation
  readonly canWrite: boolean
}

/** The cards that a link leads to, by name. */
export function ForWhat({ card, relation, canWrite }: ForWhatProps): ReactNode {
  const { t } = useWords()
  const language = useBoardLanguage()
  const open = useOpen()
  const joined = useBoard((state) => otherEnds(state, card.id, relation, false).join(' '))
  const ends = joined === '' ? [] : (joined.split(' ') as CardId[])
  if (ends.length === 0 && !canWrite) return null
  const label = relation.labelFrom[language]
  return (
    <div className={styles['forWhat']} role="group" aria-label={label} lang={language}>
      {ends.length > 0 ? <span className={styles['label']}>{label}</span> : null}
      {ends.map((end) => (
        <EndChip key={end} id={end} link={linkId(relation.id, card.id, end)} canWrite={canWrite} />
      ))}
      {canWrite ? (
        <button
          type="button"
          className={styles['fact']}
          aria-label={t('forms.add', { label })}
          onClick={() => open({ what: 'link', card: card.id, wanted: { relation: relation.id, end: 'targets' } })}
        >
          <Plus size={13} aria-hidden />
          {ends.length > 0 ? null : <span className={styles['label']}>{label}</span>}
        </button>
      ) : null}
    </div>
  )
}
