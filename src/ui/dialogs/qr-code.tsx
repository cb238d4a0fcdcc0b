import { generate } from 'lean-qr'
import { useEffect, useRef, type ReactNode } from 'react'
import styles from './dialogs.module.css'

export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) generate(text).toCanvas(canvas.current)
  }, [text])
  return <canvas ref={canvas} className={styles['qr']} role="img" aria-label={label} />
}
