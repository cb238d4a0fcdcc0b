import { useTranslation } from 'react-i18next'
import type { Card } from '../../model/card.ts'
import { useBoardLanguage } from '../board/board-context.ts'
import { toast } from '../common/toasts.tsx'
import { useFinding } from './filter-context.ts'
import { EVERYTHING, fitsByItself } from './filter.ts'

/** Says that a card that was just written is hidden by what is looked for, with the way to see it. */
export function useSayHidden(): (card: Pick<Card, 'kind' | 'text'>) => void {
  const { t } = useTranslation()
  const language = useBoardLanguage()
  const { filter, change } = useFinding()
  return (card) => {
    if (!fitsByItself(filter, language)(card)) toast(t('find.hidden'), { label: t('board.showAll'), run: () => change(EVERYTHING) })
  }
}
