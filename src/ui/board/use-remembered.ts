import { useEffect } from 'react'
import { device } from '../../sync/device.ts'
import { useOpenBoard, useView } from './board-context.ts'

/** Keeps this device's list of boards and the window's title in step with the board. */
export function useRemembered(): void {
  const { entry } = useOpenBoard()
  const title = useView((view) => view?.title ?? entry.title)
  const organisation = useView((view) => view?.organisation ?? entry.organisation)
  const role = useView((view) => view?.me.role ?? entry.me.role)
  useEffect(() => {
    document.title = `${title} · Auftakt`
    device.remember({ ...entry, title, organisation, me: { ...entry.me, role } }, Date.now())
  }, [entry, title, organisation, role])
}
