import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { CardId } from '../../../model/ids.ts'
import type { Question, Relation } from '../../../model/template.ts'
import { cardIdsIn, linksOfCard } from '../../../sync/board-store.ts'
import { otherEnds } from '../../card/card-chips.tsx'
import { useWords } from '../../hooks/use-words.ts'
import { PHONE, useMedia } from '../../hooks/use-media.ts'
import { relationOf, useBoard, useBoardLanguage, useCanWrite, useTemplate } from '../board-context.ts'
import { useOpen } from '../screen-context.ts'
import { shortText } from '../use-actions.ts'
import { Chain } from './chain.tsx'
import styles from './forms.module.css'
import { SlotPicker } from './slot-picker.tsx'

/** What stands above the cards of a column whose form is about other cards than its own. */
export function FormHead({ question }: { readonly question: Question }): ReactNode {
  const relation = relationOf(useTemplate(), question.relation ?? '')
  const first = question.of ?? question.kinds[0]
  if (question.form === 'assign' && relation && first !== undefined && relation.from.includes(first)) {
    return <OpenSlots question={question} relation={relation} />
  }
  return question.form === 'chain' && first !== question.container ? <ChainOfOne question={question} /> : null
}

/** Every card that still waits for one of this column: drop one on it, or choose from the list. */
function OpenSlots({ question, relation }: { readonly question: Question; readonly relation: Relation }): ReactNode {
  const language = useBoardLanguage()
  const [shown, setShown] = useState(useMedia(PHONE))
  const canWrite = useCanWrite(question.id)
  const joined = useBoard((state) =>
    relation.to
      .flatMap((kind) => state.idsOfKind.get(kind) ?? [])
      .filter((id) => otherEnds(state, id, relation, true).length === 0)
      .join(' '),
  )
  const ids = joined === '' ? [] : (joined.split(' ') as CardId[])
  if (ids.length === 0 || !relation.missingTo) return null
  return (
    <section className={styles['openSlots']} lang={language}>
      <h3>
        <button type="button" className={styles['slotsHead']} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? <ChevronDown size={17} aria-hidden /> : <ChevronRight size={17} aria-hidden />}
          {relation.missingTo[language]}
          <span className={styles['laneCount']}>{ids.length}</span>
        </button>
      </h3>
      {shown ? (
        <ul>
          {ids.map((id) => (
            <OpenSlot key={id} id={id} relation={relation} canWrite={canWrite} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function OpenSlot({ id, relation, canWrite }: { readonly id: CardId; readonly relation: Relation; readonly canWrite: boolean }): ReactNode {
  const { t } = useWords()
  const card = useBoard((state) => state.cards.get(id))
  const color = useTemplate().kinds.find((kind) => kind.id === card?.kind)?.color
  const open = useOpen()
  if (!card) return null
  return (
    <li className={styles['openSlot']} data-card={id} data-color={color} data-fixed={canWrite ? undefined : true}>
      <button type="button" className={styles['holderName']} dir="auto" onClick={() => open({ what: 'details', card: id })}>
        {shortText(card, t('card.empty'))}
      </button>
      {canWrite ? <SlotPicker card={card} relation={relation} holders={NOBODY} /> : null}
    </li>
  )
}

const NOBODY: readonly CardId[] = []

/** The chain at one example of several, above the cards that it is made of. */
function ChainOfOne({ question }: { readonly question: Question }): ReactNode {
  const { t, language: spoken } = useWords()
  const language = useBoardLanguage()
  const joined = useBoard((state) =>
    (question.container === undefined ? [] : (state.idsOfKind.get(question.container) ?? []))
      .filter((id) => state.cards.get(id)?.place.in !== question.id)
      .join(' '),
  )
  const names = useBoard((state) =>
    joined
      .split(' ')
      .map((id) => shortText(state.cards.get(id), '–'))
      .join('\n'),
  )
  const [chosen, setChosen] = useState<CardId | null>(null)
  const ids = joined === '' ? [] : (joined.split(' ') as CardId[])
  // The first chain that says who stands somewhere in it.
  const peopled = useBoard((state) => ids.find((each) => cardIdsIn(state, each).some((station) => linksOfCard(state, station).length > 0)))
  const id = chosen !== null && ids.includes(chosen) ? chosen : (peopled ?? ids[0])
  const card = useBoard((state) => state.cards.get(id ?? ''))
  const canWrite = useCanWrite(card?.place.in)
  if (!card) return null
  const texts = names.split('\n')
  return (
    <section className={styles['example']} aria-label={t('forms.chainOf')}>
      <label className={styles['exampleHead']}>
        <span lang={spoken}>{t('forms.chainOf')}</span>
        <select value={card.id} lang={language} onChange={(event) => setChosen(event.target.value as CardId)}>
          {ids.map((each, at) => (
            <option key={each} value={each}>
              {texts[at]}
            </option>
          ))}
        </select>
      </label>
      <Chain card={card} column={question.id} canWrite={canWrite} />
    </section>
  )
}
