import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../model/card.ts'
import { relationOf, useBoardLanguage, useTemplate, useView } from '../board/board-context.ts'
import type { WantedLink } from '../board/screen-context.ts'
import { shortText, useActions } from '../board/use-actions.ts'
import { Button } from '../common/controls.tsx'
import { useDropRules } from '../dnd/use-drop-rules.ts'
import styles from './card-details.module.css'

interface NewLinkedProps {
  readonly card: Card
  readonly wanted: WantedLink
  readonly text: string
  readonly onDone: () => void
}

/** Where the card that is wanted does not exist yet: writes it into the first question that takes it, linked from the start. */
export function NewLinked({ card, wanted, text, onDone }: NewLinkedProps): ReactNode {
  const { t } = useTranslation()
  const template = useTemplate()
  const language = useBoardLanguage()
  const rules = useDropRules()
  const actions = useActions()
  const questions = useView((view) => view?.questions)
  const relation = relationOf(template, wanted.relation)
  const kinds = (wanted.end === 'sources' ? relation?.from : relation?.to) ?? []
  const places = kinds.flatMap((kind) => {
    const home = template.questions.find(
      ({ id, of, kinds: taken }) =>
        of === undefined && taken.includes(kind) && questions?.some((known) => known.id === id) && rules.accepts(id, kind),
    )
    return home ? [{ kind, question: home.id }] : []
  })
  if (places.length === 0) return null
  if (text === '') return <p className={styles['hint']}>{t('card.makeHint')}</p>
  return places.map(({ kind, question }) => (
    <Button
      key={kind}
      lang={language}
      onClick={() => {
        const made = actions.writeLinked(question, { kind, text }, (id) =>
          wanted.end === 'sources'
            ? { relation: wanted.relation, from: id, to: card.id }
            : { relation: wanted.relation, from: card.id, to: id },
        )
        if (made !== null) onDone()
      }}
    >
      <Plus size={17} aria-hidden />
      {t('card.makeNew', {
        kind: template.kinds.find((known) => known.id === kind)?.label[language] ?? kind,
        text: shortText({ text }, ''),
      })}
    </Button>
  ))
}
