import type { ReactNode } from 'react'
import { Route, Switch } from 'wouter'
import { boardIdSchema } from '../protocol/api.ts'
import { BoardPage } from './board/board-page.tsx'
import { Announcer } from './common/announce.tsx'
import { ErrorBoundary } from './common/error-boundary.tsx'
import { Toasts } from './common/toasts.tsx'
import { HomePage } from './home/home-page.tsx'

export function App(): ReactNode {
  return (
    <ErrorBoundary>
      <Switch>
        <Route path="/b/:id">{({ id }) => <BoardRoute id={id} />}</Route>
        <Route>
          <HomePage />
        </Route>
      </Switch>
      <Toasts />
      <Announcer />
    </ErrorBoundary>
  )
}

function BoardRoute({ id }: { readonly id: string }): ReactNode {
  const parsed = boardIdSchema.safeParse(id)
  return parsed.success ? <BoardPage key={parsed.data} id={parsed.data} /> : <HomePage />
}
