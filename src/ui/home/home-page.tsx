import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { currentLanguage } from '../../i18n/i18n.ts'
import type { Entry, TemplateList } from '../../protocol/api.ts'
import { api, type Answer, type Created } from '../../sync/api.ts'
import { device } from '../../sync/device.ts'
import { Problem } from '../common/controls.tsx'
import { CodeForm } from './code-form.tsx'
import { CreateForm } from './create-form.tsx'
import { ImportBoard } from './import-board.tsx'
import { LanguageSwitch } from '../common/language-switch.tsx'
import { MyBoards } from './my-boards.tsx'
import { SampleCard } from './sample-card.tsx'
import styles from './home.module.css'

export function HomePage(): ReactNode {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [templates, setTemplates] = useState<Answer<TemplateList> | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    document.title = t('brand')
  }, [t])
  useEffect(() => {
    let gone = false
    void api.templates().then((answer) => {
      if (!gone) setTemplates(answer)
    })
    return () => {
      gone = true
    }
  }, [])

  const entered = (entry: Entry, ownName: boolean): void => {
    if (ownName) device.saveName(entry.me.name)
    device.remember(entry, Date.now())
    navigate(`/b/${entry.board}`)
  }
  const open = async (asked: Promise<Answer<Created>>, ownName = true): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const answer = await asked
    setBusy(false)
    if (!answer.ok) {
      setProblem(t(`error.${answer.error}`, { detail: answer.detail ?? '' }))
      return
    }
    entered(answer.value, ownName)
  }
  const list = templates?.ok ? templates.value : []
  const sample = list.find((template) => template.sample)
  const name = device.name() || t('home.guest')

  return (
    <div className={styles['page']}>
      <header className={styles['top']}>
        <span className={styles['brand']}>
          {t('brand')}
          <i aria-hidden />
        </span>
        <LanguageSwitch />
      </header>
      <main className={styles['main']}>
        <section className={styles['lead']}>
          <h1>{t('home.claim')}</h1>
          <p>{t('home.lead')}</p>
          <p className={styles['hosted']}>{t('home.hosted')}</p>
        </section>
        {problem ? <Problem>{problem}</Problem> : null}
        {templates && !templates.ok ? <Problem>{t(`error.${templates.error}`, { detail: '' })}</Problem> : null}
        <CodeForm onEntered={(entry) => entered(entry, true)} />
        <div className={styles['columns']}>
          <CreateForm templates={list} busy={busy} onCreate={(board) => void open(api.create(board))} />
          <div className={styles['stack']}>
            {sample ? (
              <SampleCard
                busy={busy}
                onOpen={() => void open(api.create({ template: sample.id, sample: true, language: currentLanguage(), name }), false)}
              />
            ) : null}
            <MyBoards />
            <ImportBoard
              busy={busy}
              onFile={(file) => void open(api.importBoard(file, name), false)}
              onTooLarge={() => setProblem(t('error.too-large'))}
            />
          </div>
        </div>
      </main>
    </div>
  )
}
