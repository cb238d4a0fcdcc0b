import { Link2, Plus, Trash2, X } from 'lucide-react'
import { Fragment, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldHolds } from '../../insight/condition.ts'
import { BIN, type Card } from '../../model/card.ts'
import type { CardId, FieldId } from '../../model/ids.ts'
import { linkId } from '../../model/link.ts'
import { cardText } from '../../model/read-content.ts'
import type { Field, Relation } from '../../model/template.ts'
import { questionOf } from '../../sync/board-store.ts'
import { useBoard, useBoardLanguage, useCanWrite, useConnection, useIsFacilitator, useKind, useTemplate } from '../board/board-context.ts'
import { useOpen } from '../board/screen-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { Button, IconButton } from '../common/controls.tsx'
import { Dialog } from '../common/dialog.tsx'
import { SidePanel } from '../common/side-panel.tsx'
import { SharedTextarea } from '../common/shared-textarea.tsx'
import { AuthorLine } from './card-author.tsx'
import { CardComments } from './card-comments.tsx'
import { otherEnds } from './card-chips.tsx'
import styles from './card-details.module.css'
import { NestedCards, NestedComposer } from './nested-cards.tsx'
import { FieldInput } from './field-input.tsx'

/** The panel has just taken room from the board: the card may stand behind its edge. One that stands in several columns is left where it is seen. */
function bringInSight(id: CardId): void {
  const board = document.querySelector('main')
  const copies = [...(board?.querySelectorAll(`[data-card="${id}"]`) ?? [])]
  const room = board?.getBoundingClientRect()
  const isSeen = (copy: Element): boolean => {
    const { left, right } = copy.getBoundingClientRect()
    return room !== undefined && left >= room.left && right <= room.right
  }
  if (!copies.some(isSeen)) copies[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** All of one card: its text, the fields of its kind, its links. Everything is saved as it is entered. */
export function CardDetails({
  opened,
  beside,
  onClose,
}: {
  /** With a field that is asked for: it has the focus. */
  readonly opened: { readonly card: CardId; readonly field?: FieldId | undefined }
  /** There is room for it beside the board. */
  readonly beside: boolean
  readonly onClose: () => void
}): ReactNode {
  const { card: id, field: wanted } = opened
  const { t } = useTranslation()
  const { content: board, tell } = useConnection()
  const language = useBoardLanguage()
  const card = useBoard((state) => state.cards.get(id))
  const kind = useKind(card?.kind ?? ('' as never))
  const canWrite = useCanWrite(useBoard((state) => questionOf(state, id)))
  const actions = useActions()
  const open = useOpen()
  const isLead = useIsFacilitator()
  const template = useTemplate()
  const text = card && card.place.in !== BIN ? cardText(board, id) : null
  const gone = !card || !text
  useEffect(() => {
    if (gone) onClose()
  }, [gone, onClose])
  useEffect(() => {
    if (!beside) return undefined
    const frame = requestAnimationFrame(() => bringInSight(id))
    return () => cancelAnimationFrame(frame)
  }, [beside, id])
  if (gone) return null
  const isAsked = (field: Field): boolean =>
    field.id === wanted || !field.when || card.fields[field.id] !== undefined || fieldHolds(card, field.when)
  const content = (
    <Fragment key={id}>
      <SharedTextarea
        className={styles['text']}
        text={text}
        readOnly={!canWrite}
        aria-label={t('card.text')}
        lang={language}
        onFocus={() => tell({ editing: id })}
        onBlur={() => tell({ editing: null })}
      />
      <AuthorLine card={card} canWrite={canWrite} />
      {kind && kind.fields.length > 0 ? (
        <div className={styles['fields']}>
          {kind.fields.filter(isAsked).map((field) => (
            <div key={field.id} lang={language} data-wanted={field.id === wanted} ref={field.id === wanted ? focusInput : undefined}>
              <FieldInput card={card} field={field} canWrite={canWrite} />
            </div>
          ))}
        </div>
      ) : null}
      <NestedCards id={id} />
      {canWrite ? <NestedComposer card={card} /> : null}
      <Links card={card} canWrite={canWrite} />
      <CardComments id={id} />
      {isLead && template.plan.status && template.plan.measures.includes(card.kind) ? (
        <Button className={styles['pass']} onClick={() => open({ what: 'passes', card: id })}>
          <Link2 size={17} aria-hidden />
          {t('passes.one')}
        </Button>
      ) : null}
      {canWrite ? (
        <Button
          look="danger"
          className={styles['remove']}
          onClick={() => {
            actions.remove(id)
            onClose()
          }}
        >
          <Trash2 size={17} aria-hidden />
          {t('card.remove')}
        </Button>
      ) : null}
    </Fragment>
  )
  const frame = { title: kind?.label[language] ?? '', titleLang: language, onClose }
  return beside ? (
    <SidePanel {...frame} asked={opened}>
      {content}
    </SidePanel>
  ) : (
    <Dialog {...frame} shape="side">
      {content}
    </Dialog>
  )
}

function focusInput(field: HTMLElement | null): void {
  const input = field?.querySelector<HTMLElement>('input, textarea, select')
  input?.focus()
  input?.scrollIntoView({ block: 'center' })
}

function Links({ card, canWrite }: { readonly card: Card; readonly canWrite: boolean }): ReactNode {
  const relations = useTemplate().relations
  return (
    <>
      {relations
        .filter((relation) => relation.to.includes(card.kind))
        .map((relation) => (
          <Ends key={`to-${relation.id}`} card={card} relation={relation} target canWrite={canWrite} />
        ))}
      {relations
        .filter((relation) => relation.from.includes(card.kind))
        .map((relation) => (
          <Ends key={`from-${relation.id}`} card={card} relation={relation} target={false} canWrite={canWrite} />
        ))}
    </>
  )
}

function Ends({
  card,
  relation,
  target,
  canWrite,
}: {
  readonly card: Card
  readonly relation: Relation
  readonly target: boolean
  readonly canWrite: boolean
}): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const open = useOpen()
  const joined = useBoard((state) => otherEnds(state, card.id, relation, target).join(' '))
  const others = joined === '' ? [] : (joined.split(' ') as CardId[])
  return (
    <section className={styles['ends']}>
      <h3 lang={language}>{(target ? relation.labelTo : relation.labelFrom)[language]}</h3>
      <ul>
        {others.map((other) => (
          <End
            key={other}
            other={other}
            link={target ? linkId(relation.id, other, card.id) : linkId(relation.id, card.id, other)}
            canWrite={canWrite}
          />
        ))}
      </ul>
      {canWrite ? (
        <Button
          look="quiet"
          className={styles['add']}
          onClick={() =>
            open({ what: 'link', card: card.id, wanted: { relation: relation.id, end: target ? 'sources' : 'targets', back: true } })
          }
        >
          <Plus size={17} aria-hidden />
          {t('card.addLink')}
        </Button>
      ) : null}
    </section>
  )
}

function End({ other, link, canWrite }: { readonly other: CardId; readonly link: string; readonly canWrite: boolean }): ReactNode {
  const { t } = useTranslation()
  const actions = useActions()
  const open = useOpen()
  const language = useBoardLanguage()
  const text = useBoard((state) => shortText(state.cards.get(other), t('card.empty')))
  return (
    <li className={styles['end']}>
      <button type="button" className={styles['go']} lang={language} dir="auto" onClick={() => open({ what: 'details', card: other })}>
        {text}
      </button>
      {canWrite ? (
        <IconButton label={t('card.unlink', { text })} onClick={() => actions.unlink(link)}>
          <X size={17} aria-hidden />
        </IconButton>
      ) : null}
    </li>
  )
}
