import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { preferredLanguage, startTexts } from './i18n/i18n.ts'
import { device } from './sync/device.ts'
import { App } from './ui/app.tsx'
import './ui/styles.css'

const root = document.querySelector('#root')
await startTexts(device.language() ?? preferredLanguage(navigator.languages))
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
