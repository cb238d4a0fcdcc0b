import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import type { BoardId } from '../model/ids.ts'
import { boardIdSchema } from '../protocol/api.ts'
import { BoardPage } from './board/board-page.tsx'
import { Announcer } from './common/announce.tsx'
import { ErrorBoundary } from './common/error-boundary.tsx'
import { Toasts } from './common/toasts.tsx'

const HomePage = lazy(async () => ({ default: (await import('./home/home-page.tsx')).HomePage }))
const StatusPage = lazy(async () => ({ default: (await import('./passes/status-page.tsx')).StatusPage }))
const ReadPlanPage = lazy(async () => ({ default: (await import('./passes/read-plan-page.tsx')).ReadPlanPage }))

export function App(): ReactNode {
  return (
    <ErrorBoundary>
      <Suspense>
        <Switch>
          <Route path="/s/:id">{({ id }) => <PassRoute id={id} Page={StatusPage} />}</Route>
          <Route path="/p/:id">{({ id }) => <PassRoute id={id} Page={ReadPlanPage} />}</Route>
          <Route path="/b/:id/:place?">{({ id }) => <BoardRoute id={id} />}</Route>
          <Route>
            <HomePage />
          </Route>
        </Switch>
      </Suspense>
      <Toasts />
      <Announcer />
    </ErrorBoundary>
  )
}

function BoardRoute({ id }: { readonly id: string }): ReactNode {
  const parsed = boardIdSchema.safeParse(id)
  return parsed.success ? <BoardPage key={parsed.data} id={parsed.data} /> : <HomePage />
}

function PassRoute({ id, Page }: { readonly id: string; readonly Page: ComponentType<{ readonly id: BoardId }> }): ReactNode {
  const parsed = boardIdSchema.safeParse(id)
  return parsed.success ? <Page key={parsed.data} id={parsed.data} /> : <HomePage />
}
