import { useMemo } from 'react'
import { offeredAreas, type Area, type OfferedArea as Offered } from '../../model/areas.ts'
import type { CardId } from '../../model/ids.ts'
import { useBoard, useBoardLanguage, useTemplate } from '../board/board-context.ts'

export interface OfferedArea extends Offered {
  readonly key: string
}

/** The areas that people can come from: those on the board, then those that the template suggests. */
export function useAreas(): readonly OfferedArea[] {
  const template = useTemplate()
  const language = useBoardLanguage()
  const kind = template.areas
  const onBoard = useBoard((state) =>
    JSON.stringify(kind === undefined ? [] : (state.idsOfKind.get(kind) ?? []).map((id) => [id, state.cards.get(id)?.text.trim() ?? ''])),
  )
  return useMemo(() => {
    const cards = (JSON.parse(onBoard) as [CardId, string][]).map(([id, text]) => ({ id, text }))
    return offeredAreas(cards, template, language).map((offered) => ({ ...offered, key: keyOf(offered.area) }))
  }, [onBoard, template, language])
}

function keyOf(area: Area): string {
  return 'card' in area ? `card ${area.card}` : `text ${plain(area.text)}`
}

/** The offered area that somebody has chosen; words of one's own make one; null when its card is gone. */
export function areaOf(area: Area | undefined, offered: readonly OfferedArea[]): OfferedArea | null {
  if (!area) return null
  if ('card' in area) return offered.find((known) => known.key === keyOf(area)) ?? null
  return offered.find((known) => plain(known.text) === plain(area.text)) ?? { key: keyOf(area), text: area.text, area }
}

function plain(text: string): string {
  return text.trim().toLocaleLowerCase()
}
