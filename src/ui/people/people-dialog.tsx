import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsFacilitator, useView } from '../board/board-context.ts'
import { Dialog } from '../common/dialog.tsx'
import { HandOver } from './hand-over.tsx'
import { MissingAreas } from './missing-areas.tsx'
import { MyEntry } from './my-entry.tsx'
import { PeopleList } from './people-list.tsx'

/** Who is here, who is missing, and what one can change about it. */
export function PeopleDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const leads = useIsFacilitator()
  const here = useView((view) => view?.people.filter((person) => person.online).length ?? 0)
  return (
    <Dialog title={t('board.online', { count: here })} shape="wide" onClose={onClose}>
      <MyEntry />
      {leads ? <MissingAreas /> : null}
      <PeopleList />
      {leads ? <HandOver /> : null}
    </Dialog>
  )
}
