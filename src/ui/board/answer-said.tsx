import { clsx } from 'clsx'
import { CircleCheck, CircleDashed, MessageCircleWarning, ThumbsUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answerState, type AnswerState, type Verdict } from '../../model/answer.ts'
import type { QuestionId } from '../../model/ids.ts'
import { setVerdict, setVoice } from '../../model/write-voices.ts'
import styles from './answer-box.module.css'
import { useBoard, useConnection, useMyId } from './board-context.ts'
import { useOpen } from './screen-context.ts'

const ICONS = { open: CircleDashed, draft: CircleDashed, agreed: CircleCheck, contested: MessageCircleWarning }

/** What the room says to its answer: the state, and how many are for it or against it. */
export function AnswerSaid({ question, canWrite }: { readonly question: QuestionId; readonly canWrite: boolean }): ReactNode {
  const { t } = useTranslation()
  const { content, undo } = useConnection()
  const open = useOpen()
  const me = useMyId()
  const text = useBoard((state) => state.answers[question] ?? '')
  const verdict = useBoard((state) => state.verdicts[question])
  const voices = useBoard((state) => state.voices)
  const own = voices.find((voice) => voice.question === question && voice.person === me)?.stance
  const said = voices.filter((voice) => voice.question === question)
  const objections = said.filter((voice) => voice.stance === 'object').length
  const agreements = said.length - objections
  const state = answerState(text, verdict, objections)
  const agree = (): void => {
    undo.step(() => setVoice(content, question, me, own === 'agree' ? null : { stance: 'agree', reason: '' }))
  }
  return (
    <div className={styles['said']}>
      <button type="button" className={styles['voice']} aria-pressed={own === 'agree'} disabled={!canWrite} onClick={agree}>
        <ThumbsUp size={15} aria-hidden />
        {agreements > 0 ? t('said.agree', { count: agreements }) : t('said.agree')}
      </button>
      <button
        type="button"
        className={styles['voice']}
        data-against={objections > 0}
        disabled={!canWrite && objections === 0}
        onClick={() => open({ what: 'objections', question })}
      >
        {objections > 0 ? t('said.object', { count: objections }) : t('said.object')}
      </button>
      <StateChoice
        state={state}
        objections={objections}
        canWrite={canWrite}
        onVerdict={(next) => undo.step(() => setVerdict(content, question, next))}
      />
    </div>
  )
}

function StateChoice(props: {
  readonly state: AnswerState
  readonly objections: number
  readonly canWrite: boolean
  readonly onVerdict: (verdict: Verdict | null) => void
}): ReactNode {
  const { t } = useTranslation()
  const Icon = ICONS[props.state]
  // With an objection a draft is contested, whatever is chosen.
  const choices = props.objections > 0 ? (['contested', 'agreed'] as const) : (['draft', 'agreed', 'contested'] as const)
  return (
    <span className={clsx(styles['state'], props.canWrite && styles['choice'])} data-state={props.state}>
      <Icon size={15} aria-hidden />
      {props.canWrite ? (
        <select
          aria-label={t('said.state')}
          value={props.state}
          onChange={({ target }) => {
            const next = target.value as AnswerState
            const follows = props.objections > 0 ? 'contested' : 'draft'
            props.onVerdict(next === follows ? null : (next as Verdict))
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`said.${choice}`)}
            </option>
          ))}
        </select>
      ) : (
        t(`said.${props.state}`)
      )}
    </span>
  )
}
