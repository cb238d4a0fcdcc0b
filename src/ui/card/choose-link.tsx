import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId, RelationId } from '../../model/ids.ts'
import { relationOf, useBoard, useBoardLanguage, useTemplate } from '../board/board-context.ts'
import type { LinkEnd } from '../board/screen-context.ts'
import { shortText } from '../board/use-actions.ts'
import { Dialog } from '../common/dialog.tsx'
import styles from './card-details.module.css'
import { useNamedEnds } from './named-ends.ts'

interface ChooseLinkProps {
  readonly id: CardId
  readonly relation: RelationId
  readonly end: LinkEnd
  readonly onClose: () => void
}

/** Settles a contradiction: of several cards that are named, one stays. */
export function ChooseLink({ id, relation: relationId, end, onClose }: ChooseLinkProps): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const relation = relationOf(useTemplate(), relationId)
  const card = useBoard((state) => state.cards.get(id))
  const cards = useBoard((state) => state.cards)
  const { others, keep } = useNamedEnds(id, relation, end)
  const settled = others.length < 2
  useEffect(() => {
    if (settled) onClose()
  }, [settled, onClose])
  if (settled || !card || !relation) return null
  return (
    <Dialog title={shortText(card, t('card.empty'))} onClose={onClose}>
      <p>
        <strong lang={language}>{(end === 'sources' ? relation.labelTo : relation.labelFrom)[language]}</strong>
        <br />
        {t('card.chooseOne')}
      </p>
      <ul className={styles['candidates']}>
        {others.map((other) => (
          <li key={other}>
            <button type="button" className={styles['candidate']} lang={language} dir="auto" onClick={() => keep(other)}>
              {shortText(cards.get(other), t('card.empty'))}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
