import { Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../../../model/ids.ts'
import { LIMITS } from '../../../model/limits.ts'
import { useBoardLanguage } from '../../board/board-context.ts'
import { IconButton } from '../../common/controls.tsx'
import { useRefuseTooLong } from '../../hooks/use-refuse-too-long.ts'
import { useWriteLinked } from '../use-write-linked.ts'
import styles from './steps.module.css'
import { useChain } from './use-chain.ts'
import { useWhoCanStand } from './use-who.ts'

interface AddStationProps {
  readonly card: CardId
  readonly isFirst: boolean
  /** On a phone there is room for it only behind the last station. */
  readonly isLast: boolean
  readonly onAdded: (station: CardId) => void
}

/** The next station by its name; a name that somebody on the board has puts that one there. */
export function AddStation({ card, isFirst, isLast, onAdded }: AddStationProps): ReactNode {
  const { t } = useTranslation()
  const refuseTooLong = useRefuseTooLong()
  const language = useBoardLanguage()
  const { make } = useWriteLinked()
  const { form, station } = useChain()
  const people = useWhoCanStand()
  const [text, setText] = useState('')
  const label = t('board.write', { kind: station.label[language] })
  return (
    <form
      className={styles['add']}
      data-first={isFirst}
      data-last={isLast}
      onSubmit={(event) => {
        event.preventDefault()
        const name = text.trim().toLocaleLowerCase(language)
        const who = people.find((person) => person.text.trim().toLocaleLowerCase(language) === name)
        const made = make({ kind: form.station, text, links: who ? [{ relation: form.who, other: who.id, newIs: 'to' }] : [] }, card)
        if (made === null) return
        setText('')
        onAdded(made)
      }}
    >
      <input
        type="text"
        list="who-can-stand"
        aria-label={label}
        placeholder={isFirst ? (station.placeholder?.[language] ?? label) : `+ ${station.label[language]}`}
        title={station.placeholder?.[language]}
        maxLength={LIMITS.textChars}
        onPaste={refuseTooLong}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <datalist id="who-can-stand">
        {people.map((person) => (
          <option key={person.id}>{person.text}</option>
        ))}
      </datalist>
      {text.trim() === '' ? null : (
        <IconButton type="submit" label={label}>
          <Plus size={20} aria-hidden />
        </IconButton>
      )}
    </form>
  )
}
