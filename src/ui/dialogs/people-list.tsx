import { UserMinus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { roleSchema, ROLES } from '../../model/board.ts'
import { Avatar } from '../board/avatar.tsx'
import { useConnection, useIsFacilitator, useView } from '../board/board-context.ts'
import { IconButton } from '../common/controls.tsx'
import { toast } from '../common/toasts.tsx'
import type { CommandBody } from '../../protocol/commands.ts'
import styles from './dialogs.module.css'

/** Everybody who has joined, with role; a facilitator changes it here. */
export function PeopleList(): ReactNode {
  const { t } = useTranslation()
  const connection = useConnection()
  const view = useView((current) => current)
  const facilitator = useIsFacilitator()
  if (!view) return null
  const run = async (body: CommandBody): Promise<void> => {
    const outcome = await connection.command(body)
    if (outcome !== 'done') toast(t('notice.refused', { reason: t(`refusal.${outcome}`) }))
  }
  return (
    <section className={styles['part']}>
      <h3>{t('invite.people')}</h3>
      <ul>
        {view.people.map((person) => (
          <li key={person.id} className={styles['person']}>
            <Avatar id={person.id} name={person.name} />
            <span>
              {person.name}
              {person.id === view.me.id ? <small>({t('invite.you')})</small> : null}
              {person.online ? null : <small>{t('invite.offline')}</small>}
            </span>
            {facilitator ? (
              <select
                aria-label={person.name}
                value={person.role}
                onChange={(event) =>
                  void run({ type: 'change-role', person: person.id, role: roleSchema.catch('viewer').parse(event.target.value) })
                }
              >
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {t(`role.${role}`)}
                  </option>
                ))}
              </select>
            ) : (
              <small>{t(`role.${person.role}`)}</small>
            )}
            {facilitator && person.id !== view.me.id ? (
              <IconButton
                label={`${t('invite.removePerson')}: ${person.name}`}
                onClick={() => void run({ type: 'remove-person', person: person.id })}
              >
                <UserMinus size={18} aria-hidden />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
