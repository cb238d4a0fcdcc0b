import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RehearsedStation } from '../../../insight/chain.ts'
import type { CardId } from '../../../model/ids.ts'
import { linkId } from '../../../model/link.ts'
import { relationOf, useBoardLanguage, useKind, useTemplate } from '../../board/board-context.ts'
import { shortText, useActions } from '../../board/use-actions.ts'
import { useWriteLinked } from '../use-write-linked.ts'
import styles from './rehearsal.module.css'
import { useChain } from './use-chain.ts'
import { useWhoCanStand, useWhoKinds } from './use-who.ts'

const NEW = 'new'

/** Who stands at a station: somebody of the board, or the station's own name made into one. */
export function WhoStands({ station, canWrite }: { readonly station: RehearsedStation; readonly canWrite: boolean }): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const actions = useActions()
  const { make } = useWriteLinked()
  const { form } = useChain()
  const relation = relationOf(useTemplate(), form.who)
  const people = useWhoCanStand()
  const [kindId] = useWhoKinds()
  const kind = useKind(kindId ?? ('' as never))
  const isNew = station.text !== '' && !people.some((person) => person.text.trim() === station.text)
  const choose = (value: string): void => {
    if (value === NEW && kind)
      make({ kind: kind.id, text: station.text, links: [{ relation: form.who, other: station.card, newIs: 'from' }] })
    else if (value === '') for (const who of station.who) actions.unlink(linkId(form.who, who, station.card))
    else actions.link(form.who, value as CardId, station.card)
  }
  return (
    <div className={styles['whoChoice']}>
      <label lang={language}>
        {relation?.labelTo[language]}
        <select value={station.who[0] ?? ''} disabled={!canWrite} onChange={(event) => choose(event.target.value)}>
          <option value="">{t(canWrite ? 'board.choose' : 'card.none')}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {shortText(person, t('card.empty'))}
            </option>
          ))}
          {isNew && kind && canWrite ? (
            <option value={NEW}>
              {t('rehearsal.makeWho', { kind: kind.label[language], text: shortText({ text: station.text }, '') })}
            </option>
          ) : null}
        </select>
      </label>
      {station.who.length > 1 ? (
        <p className={styles['contested']}>
          <TriangleAlert size={16} aria-hidden />
          {t('rehearsal.severalWho', { count: station.who.length })}
        </p>
      ) : null}
    </div>
  )
}
