import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanRow } from '../../../insight/plan-rows.ts'
import type { Plan } from '../../../insight/plan.ts'
import type { CardId } from '../../../model/ids.ts'
import { formatDay } from '../../../insight/values.ts'
import styles from './plan.module.css'

interface Props {
  readonly plan: Plan
  readonly rows: readonly PlanRow[]
  readonly title: string
  readonly id: string
  readonly onCard?: ((card: CardId) => void) | undefined
}

/** Measures or tasks as a table; on a narrow screen each row is a small sheet of its own. */
export function PlanRows({ plan, rows, title, id, onCard }: Props): ReactNode {
  const { t } = useTranslation()
  const columns = ['number', 'what', 'doers', 'owners', 'due', 'standards', 'locus'] as const
  const label = (column: (typeof columns)[number]): string => t(`planView.column.${column}`)
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {title} <small>{rows.length}</small>
      </h3>
      {rows.length === 0 ? <p>{t('planView.noRows')}</p> : null}
      {rows.length === 0 ? null : (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {label(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.card}>
                  <td data-label={label('number')}>{row.number}</td>
                  <th scope="row">
                    {onCard ? (
                      <button type="button" lang={plan.language} onClick={() => onCard(row.card)}>
                        {row.text === '' ? t('planView.noText') : row.text}
                      </button>
                    ) : (
                      <b lang={plan.language}>{row.text === '' ? t('planView.noText') : row.text}</b>
                    )}
                    <RowStatus row={row} lang={plan.language} />
                  </th>
                  <Names plan={plan} label={label('doers')} names={row.doers} missing={row.missing.includes('doers')} />
                  <Names
                    plan={plan}
                    label={label('owners')}
                    names={row.owners}
                    missing={row.missing.includes('owners')}
                    note={row.contested ? t('planView.contested') : undefined}
                  />
                  <td data-label={label('due')}>
                    {row.due === null ? (
                      <Missing shown={row.missing.includes('due')} text={t('planView.noDate')} />
                    ) : (
                      formatDay(row.due, plan.language)
                    )}
                  </td>
                  <td data-label={label('standards')} lang={plan.language}>
                    {row.standards.join('; ')}
                  </td>
                  <td data-label={label('locus')}>
                    {row.locus === null ? (
                      <Missing shown={row.missing.includes('locus')} text={t('planView.undecided')} />
                    ) : (
                      <span lang={plan.language}>{row.locus}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function RowStatus({ row: { status }, lang }: { readonly row: PlanRow; readonly lang: string }): ReactNode {
  if (status === null) return null
  return (
    <p className={styles['standing']} lang={lang}>
      <b data-standing={status.standing}>{status.text}</b>
      {status.note === null ? null : <span dir="auto">{status.note}</span>}
    </p>
  )
}

function Names(props: {
  readonly plan: Plan
  readonly label: string
  readonly names: readonly string[]
  readonly missing: boolean
  readonly note?: string | undefined
}): ReactNode {
  const { t } = useTranslation()
  return (
    <td data-label={props.label}>
      {props.names.length === 0 ? <Missing shown={props.missing} text={t('planView.nobody')} /> : null}
      <span lang={props.plan.language}>{props.names.join(', ')}</span>
      {props.note === undefined ? null : <em className={styles['missing']}>{props.note}</em>}
    </td>
  )
}

function Missing({ shown, text }: { readonly shown: boolean; readonly text: string }): ReactNode {
  return shown ? <em className={styles['missing']}>{text}</em> : <span aria-hidden>–</span>
}
