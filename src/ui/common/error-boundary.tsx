import { Component, type ReactNode } from 'react'
import i18next from 'i18next'

interface Props {
  readonly children: ReactNode
}

/** A fault of the page itself: the work is in the document and on the server, so loading anew is safe. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main style={{ padding: '15vh 24px', textAlign: 'center' }}>
        <p role="alert">{i18next.t('closed.broken')}</p>
        <p style={{ marginTop: 16 }}>
          <a href={window.location.href}>{i18next.t('common.reload')}</a>
        </p>
      </main>
    )
  }
}
