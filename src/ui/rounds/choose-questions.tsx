import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '../../model/ids.ts'
import { useTemplate, useView } from '../board/board-context.ts'
import { markOf } from '../board/marks.ts'
import { CheckField } from '../common/controls.tsx'
import styles from './rounds.module.css'

interface ChooseQuestionsProps {
  readonly chosen: readonly QuestionId[]
  readonly onChosen: (chosen: readonly QuestionId[]) => void
}

/** The questions of a round. Those that only show cards of others are left out. */
export function ChooseQuestions({ chosen, onChosen }: ChooseQuestionsProps): ReactNode {
  const { t } = useTranslation()
  const template = useTemplate()
  const questions = useView((view) => view?.questions) ?? []
  const own = questions.filter(({ id }) => template.questions.find((known) => known.id === id)?.of === undefined)
  return (
    <fieldset className={styles['questions']}>
      <legend>{t('rounds.questions')}</legend>
      {own.map(({ id, title }) => (
        <CheckField
          key={id}
          label={`${markOf(id, questions, template)} · ${title}`}
          checked={chosen.includes(id)}
          onChecked={(on) => onChosen(on ? [...chosen, id] : chosen.filter((known) => known !== id))}
        />
      ))}
    </fieldset>
  )
}
