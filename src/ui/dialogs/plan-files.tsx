import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableName } from '../../export/files/tables.ts'
import type { Board } from '../../model/board.ts'
import { useOpenBoard } from '../board/board-context.ts'
import { Button, Problem, SelectField, TextField } from '../common/controls.tsx'
import { toast } from '../common/toasts.tsx'
import styles from './dialogs.module.css'
import { saveFile } from './save-board.ts'

const TABLES: readonly TableName[] = ['measures', 'tasks', 'responsibilities', 'cards']
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
} as const
type Extension = keyof typeof TYPES

/** The plan for the programs that people go on working in: spreadsheet, intranet, calendar. */
export function PlanFiles({ board }: { readonly board: Board }): ReactNode {
  const { t } = useTranslation()
  const { entry } = useOpenBoard()
  const [table, setTable] = useState<TableName>('measures')
  const [firstRound, setFirstRound] = useState(inFourWeeks)
  const [failed, setFailed] = useState(false)

  const save = async (extension: Extension): Promise<void> => {
    setFailed(false)
    try {
      const { derivePlan } = await import('../../insight/plan.ts')
      const { fileName } = await import('../../export/plan-file-name.ts')
      const plan = derivePlan(board, { date: today() })
      const { tablesOf } = await import('../../export/files/tables.ts')
      const tables = tablesOf(board, plan)
      const chosen = tables.find(({ name }) => name === table)
      const content = async (): Promise<Blob | string> => {
        switch (extension) {
          case 'xlsx':
            return (await import('../../export/files/workbook.ts')).workbook(tables, plan.language)
          case 'csv':
            return chosen ? (await import('../../export/files/table-csv.ts')).tableCsv(chosen, plan.language) : ''
          case 'md':
            return (await import('../../export/files/plan-markdown.ts')).planMarkdown(plan)
          case 'ics': {
            const { planCalendar } = await import('../../export/files/plan-calendar.ts')
            return planCalendar(plan, { board: entry.board, now: Date.now(), firstRound: firstRound === '' ? null : firstRound })
          }
        }
      }
      const name = fileName(extension === 'csv' && chosen ? `${plan.title} ${chosen.label}` : plan.title, extension)
      saveFile(name, new Blob([await content()], { type: TYPES[extension] }))
      toast(t('files.saved', { name }))
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className={styles['files']} aria-labelledby="plan-files">
      <h3 id="plan-files">{t('files.title')}</h3>
      {failed ? <Problem>{t('files.failed')}</Problem> : null}
      <div className={styles['row']}>
        <Button title={t('files.excelText')} onClick={() => void save('xlsx')}>
          {t('files.excel')}
        </Button>
        <Button onClick={() => void save('md')}>{t('files.markdown')}</Button>
      </div>
      <div className={styles['fields']}>
        <SelectField
          label={t('files.table')}
          value={table}
          options={TABLES.map((name) => ({ value: name, label: t(`files.tables.${name}`) }))}
          onValue={(value) => setTable(TABLES.find((name) => name === value) ?? 'measures')}
        />
        <Button onClick={() => void save('csv')}>{t('files.csv')}</Button>
        <TextField
          label={t('files.firstRound')}
          hint={t('files.firstRoundText')}
          type="date"
          value={firstRound}
          onChange={(event) => setFirstRound(event.target.value)}
        />
        <Button onClick={() => void save('ics')}>{t('files.calendar')}</Button>
      </div>
    </section>
  )
}

function today(): string {
  return new Date().toLocaleDateString('sv-SE')
}

function inFourWeeks(): string {
  const day = new Date()
  day.setDate(day.getDate() + 28)
  return day.toLocaleDateString('sv-SE')
}
