import { UserMinus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { roleSchema, ROLES } from '../../model/board.ts'
import type { View } from '../../protocol/view.ts'
import { Avatar } from '../board/avatar.tsx'
import { useMyId } from '../board/board-context.ts'
import { Button, IconButton } from '../common/controls.tsx'
import { useRun } from '../hooks/use-run.ts'
import styles from './people.module.css'

/** One person; who leads changes the role here and takes people off the board. */
export function PersonLine({ person, leads }: { readonly person: View['people'][number]; readonly leads: boolean }): ReactNode {
  const { t } = useTranslation()
  const run = useRun()
  const isMe = useMyId() === person.id
  const [asking, setAsking] = useState(false)
  const says = [isMe ? t('invite.you') : '', person.online ? '' : t('invite.offline')].filter(Boolean)
  return (
    <li className={styles['person']}>
      <Avatar id={person.id} name={person.name} />
      <span className={styles['who']}>
        {person.name}
        {says.length > 0 ? <small>({says.join(', ')})</small> : null}
      </span>
      {leads ? (
        <select
          aria-label={t('people.roleOf', { name: person.name })}
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
      {leads && !isMe ? (
        <IconButton label={`${t('invite.removePerson')}: ${person.name}`} aria-expanded={asking} onClick={() => setAsking(!asking)}>
          <UserMinus size={18} aria-hidden />
        </IconButton>
      ) : null}
      {leads && isMe ? <span className={styles['space']} /> : null}
      {asking ? (
        <div className={styles['sure']}>
          <p>{t('people.removeText')}</p>
          <Button look="danger" autoFocus onClick={() => void run({ type: 'remove-person', person: person.id })}>
            {t('people.removeDo', { name: person.name })}
          </Button>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
