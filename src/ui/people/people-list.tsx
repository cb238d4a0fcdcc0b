import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '../../protocol/view.ts'
import { useBoardLanguage, useIsFacilitator, useView } from '../board/board-context.ts'
import styles from './people.module.css'
import { PersonLine } from './person-line.tsx'
import { areaOf, useAreas } from './use-areas.ts'

type Person = View['people'][number]

/** Everybody who has joined, by area. */
export function PeopleList(): ReactNode {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const people = useView((view) => view?.people ?? null)
  const leads = useIsFacilitator()
  const offered = useAreas()
  const groups = new Map<string, { text: string; people: Person[] }>()
  const without: Person[] = []
  for (const person of people ?? []) {
    const area = areaOf(person.area, offered)
    if (!area) without.push(person)
    else if (groups.get(area.key)?.people.push(person) === undefined) groups.set(area.key, { text: area.text, people: [person] })
  }
  const inOrder = [...groups.entries()].toSorted(([, one], [, other]) => one.text.localeCompare(other.text, language))
  return (
    <section className={styles['part']}>
      <h3>{t('people.all')}</h3>
      {inOrder.map(([key, group]) => (
        <Group key={key} title={group.text} lang={language} people={group.people} leads={leads} />
      ))}
      {without.length > 0 ? <Group title={inOrder.length > 0 ? t('people.withoutArea') : ''} people={without} leads={leads} /> : null}
    </section>
  )
}

interface GroupProps {
  readonly title: string
  readonly lang?: string
  readonly people: readonly Person[]
  readonly leads: boolean
}

function Group({ title, lang, people, leads }: GroupProps): ReactNode {
  return (
    <>
      {title === '' ? null : (
        <h4 lang={lang}>
          {title} <small>{people.length}</small>
        </h4>
      )}
      <ul>
        {people.map((person) => (
          <PersonLine key={person.id} person={person} leads={leads} />
        ))}
      </ul>
    </>
  )
}
