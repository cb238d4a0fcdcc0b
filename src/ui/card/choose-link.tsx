import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId, RelationId } from '../../model/ids.ts'
import { linkId } from '../../model/link.ts'
import { relationOf, useBoard, useBoardLanguage, useTemplate } from '../board/board-context.ts'
import type { LinkEnd } from '../board/screen-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { Dialog } from '../common/dialog.tsx'
import { otherEnds } from './card-chips.tsx'
import styles from './card-details.module.css'

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
  const actions = useActions()
  const relation = relationOf(useTemplate(), relationId)
  const card = useBoard((state) => state.cards.get(id))
  const cards = useBoard((state) => state.cards)
  const named = useBoard((state) => (relation ? otherEnds(state, id, relation, end === 'sources').join(' ') : ''))
  const settled = !named.includes(' ')
  useEffect(() => {
    if (settled) onClose()
  }, [settled, onClose])
  if (settled || !card || !relation) return null
  const links = (named.split(' ') as CardId[]).map((other) => ({
    other,
    link: end === 'sources' ? linkId(relation.id, other, id) : linkId(relation.id, id, other),
  }))
  return (
    <Dialog title={shortText(card, t('card.empty'))} onClose={onClose}>
      <p>
        <strong lang={language}>{(end === 'sources' ? relation.labelTo : relation.labelFrom)[language]}</strong>
        <br />
        {t('card.chooseOne')}
      </p>
      <ul className={styles['candidates']}>
        {links.map(({ other, link }) => (
          <li key={other}>
            <button
              type="button"
              className={styles['candidate']}
              lang={language}
              dir="auto"
              onClick={() =>
                actions.keepLink(
                  link,
                  links.map((known) => known.link),
                )
              }
            >
              {shortText(cards.get(other), t('card.empty'))}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
