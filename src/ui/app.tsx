import { lazy, Suspense, type ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { boardIdSchema } from '../protocol/api.ts'
import { BoardPage } from './board/board-page.tsx'
import { Announcer } from './common/announce.tsx'
import { ErrorBoundary } from './common/error-boundary.tsx'
import { Toasts } from './common/toasts.tsx'

const HomePage = lazy(async () => ({ default: (await import('./home/home-page.tsx')).HomePage }))

export function App(): ReactNode {
  return (
    <ErrorBoundary>
      <Suspense>
        <Switch>
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
