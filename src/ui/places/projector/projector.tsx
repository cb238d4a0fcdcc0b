import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentBlock } from '../../../model/agenda.ts'
import type { CardId } from '../../../model/ids.ts'
import { useBoard, useBoardLanguage, useTemplate, useView } from '../../board/board-context.ts'
import { BigCard } from './big-card.tsx'
import { JoinSheet, useInvitation } from './join-sheet.tsx'
import { Overview } from './overview.tsx'
import styles from './projector.module.css'
import { QuestionTour } from './question-tour.tsx'
import { StationOnWall } from './station-on-wall.tsx'
import { WallTimer } from './wall-timer.tsx'

/** What the room sees on the wall: the present part of the workshop, large and without menus. */
export function Projector(): ReactNode {
  const { t } = useTranslation()
  const template = useTemplate()
  const language = useBoardLanguage()
  const title = useView((view) => view?.title ?? '')
  const organisation = useView((view) => view?.organisation ?? '')
  const agenda = useView((view) => view?.agenda ?? null)
  const block = agenda ? currentBlock(agenda) : undefined
  const spotlight = useView((view) => view?.spotlight ?? null) as CardId | null
  const isThere = useBoard((state) => spotlight !== null && state.cards.has(spotlight))
  const invitation = useInvitation()
  const shown = agenda?.blocks.filter((known) => !known.skipped) ?? []
  const at = shown.findIndex((known) => known.id === block?.id)
  return (
    <div className={styles['wall']}>
      <header className={styles['head']}>
        <div>
          <p className={styles['over']}>
            {block && at >= 0 ? `${t('projector.block', { at: at + 1, count: shown.length })} · ${t(`projector.way.${block.way}`)}` : null}
          </p>
          <h1 lang={language}>{block?.title ?? title}</h1>
        </div>
        <Ready />
        <WallTimer />
      </header>
      <div className={styles['body']}>
        {spotlight !== null && isThere ? (
          <main className={styles['spotlight']} aria-label={t('projector.spotlight')}>
            <BigCard id={spotlight} question={undefined} />
          </main>
        ) : block === undefined ? (
          <Overview invitation={invitation} />
        ) : block.way === 'rehearse' && template.chain ? (
          <StationOnWall />
        ) : (
          <QuestionTour key={block.id} focus={block.questions} />
        )}
        {block && invitation?.code ? <JoinSheet invitation={invitation} /> : null}
      </div>
      <footer className={styles['foot']}>
        <span lang={language}>{[title, organisation].filter(Boolean).join(' · ')}</span>
        <Here />
      </footer>
    </div>
  )
}

function Ready(): ReactNode {
  const { t } = useTranslation()
  const count = useView((view) => view?.ready.count ?? 0)
  const of = useView((view) => view?.ready.of ?? 0)
  if (count === 0) return null
  return <p className={styles['ready']}>{t('projector.ready', { count, of })}</p>
}

function Here(): ReactNode {
  const { t } = useTranslation()
  const count = useView((view) => view?.people.filter((person) => person.online && person.role !== 'viewer').length ?? 0)
  return <span>{t('projector.here', { count })}</span>
}
