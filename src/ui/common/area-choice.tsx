import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Door } from '../../protocol/api.ts'
import type { Newcomer } from '../../sync/api.ts'
import { device } from '../../sync/device.ts'
import { Chips } from './chips.tsx'

interface AreaChosen {
  readonly text: string
  readonly press: (text: string) => void
  /** Whoever sends this name; what was chosen is remembered for the next door. */
  readonly newcomer: (name: string) => Newcomer
}

/** Where the newcomer comes from: at first what this device remembers, if the board knows it. */
export function useAreaChoice(door: Door | null): AreaChosen {
  const [pressed, setPressed] = useState<string | null>(null)
  const wanted = pressed ?? device.area()
  const chosen = door?.areas.find((offered) => offered.text === wanted)
  return {
    text: chosen?.text ?? '',
    press: (text) => setPressed(text === chosen?.text ? '' : text),
    newcomer: (name) => {
      if (pressed !== null) device.saveArea(pressed)
      return chosen ? { name, area: chosen.area } : { name }
    },
  }
}

/** One tap, and nobody has to. */
export function AreaChoice({ door, choice }: { readonly door: Door; readonly choice: AreaChosen }): ReactNode {
  const { t } = useTranslation()
  return (
    <Chips
      label={t('join.fromWhere')}
      lang={door.language}
      offered={door.areas.map(({ text }) => text)}
      chosen={choice.text}
      onPress={choice.press}
    />
  )
}
