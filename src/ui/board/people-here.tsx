import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useView } from './board-context.ts'
import { useOpen } from './screen-context.ts'
import { Avatar } from './avatar.tsx'
import styles from './people-here.module.css'

const SHOWN = 4

/** Who is on the board at this moment, as the server knows it; more about them behind it. */
export function PeopleHere(): ReactNode {
  const { t } = useTranslation()
  const open = useOpen()
  const people = useView((view) => view?.people ?? null)
  const here = people?.filter((person) => person.online) ?? []
  if (here.length === 0) return null
  const names = here.map((person) => person.name).join(', ')
  return (
    <button
      type="button"
      className={styles['people']}
      onClick={() => open({ what: 'people' })}
      aria-label={`${t('board.online', { count: here.length })}: ${names}`}
      title={names}
      data-testid="people-here"
    >
      {here.slice(0, SHOWN).map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} />
      ))}
      {here.length > SHOWN ? <span className={styles['rest']}>+{here.length - SHOWN}</span> : null}
    </button>
  )
}
