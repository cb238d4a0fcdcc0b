import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Follows } from '../../model/follows.ts'

/** How the measures of the board before stood when this one was made. */
export function FollowCounts({ follows: { open, done, dropped } }: { readonly follows: Follows }): ReactNode {
  const { t } = useTranslation()
  return [
    t('follow.open', { count: open }),
    t('follow.done', { count: done }),
    ...(dropped > 0 ? [t('follow.dropped', { count: dropped })] : []),
  ].join(', ')
}
