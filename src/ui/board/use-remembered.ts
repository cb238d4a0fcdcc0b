import { useEffect } from 'react'
import { device } from '../../sync/device.ts'
import { useOpenBoard, useView } from './board-context.ts'

/** Keeps this device's list of boards and the window's title in step with the board. */
export function useRemembered(place: string | null): void {
  const { entry } = useOpenBoard()
  const title = useView((view) => view?.title ?? entry.title)
  const organisation = useView((view) => view?.organisation ?? entry.organisation)
  const role = useView((view) => view?.me.role ?? entry.me.role)
  useEffect(() => {
    document.title = [place, title, 'Auftakt'].filter(Boolean).join(' · ')
  }, [place, title])
  useEffect(() => {
    device.remember({ ...entry, title, organisation, me: { ...entry.me, role } }, Date.now())
  }, [entry, title, organisation, role])
}
