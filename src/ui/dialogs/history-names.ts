import { useTranslation } from 'react-i18next'
import type { SnapshotLine } from '../../protocol/api.ts'

/** What a snapshot is called, and when it was made. */
export function useSnapshotName(): (snapshot: SnapshotLine) => { readonly title: string; readonly when: string } {
  const { t, i18n } = useTranslation()
  const clock = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return ({ reason, name, made }) => ({
    title:
      reason === 'named' ? name : reason === 'block' && name !== '' ? t('history.afterBlock', { name }) : t(`history.before.${reason}`),
    when: clock.format(made),
  })
}
