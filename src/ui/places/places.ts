import { ClipboardList, Columns3, Route, Shield, type LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Template } from '../../model/template.ts'
import { PlanPlace, RehearsalPlace, ResponsibilityPlace } from '../board/lazy-parts.ts'

export interface BoardPlace {
  /** The last part of its address; what it is called stands under `place.<id>`. */
  readonly id: 'responsibility' | 'rehearsal' | 'plan'
  readonly Icon: LucideIcon
  readonly Screen: ComponentType
  /** A template without data for a place does not offer it. */
  readonly offered: (template: Template) => boolean
}

export const BOARD_ICON = Columns3

/** What a board can be looked at as, besides its columns; in this order. */
const PLACES: readonly BoardPlace[] = [
  { id: 'responsibility', Icon: Shield, Screen: ResponsibilityPlace, offered: hasMatrix },
  { id: 'rehearsal', Icon: Route, Screen: RehearsalPlace, offered: ({ chain }) => chain !== undefined },
  { id: 'plan', Icon: ClipboardList, Screen: PlanPlace, offered: () => true },
]

export function placesOf(template: Template): readonly BoardPlace[] {
  return PLACES.filter((place) => place.offered(template))
}

function hasMatrix({ plan, relations }: Template): boolean {
  const rows = new Set([...plan.tasks, ...plan.measures])
  return relations.some((relation) => plan.doers.includes(relation.id) && relation.to.some((kind) => rows.has(kind)))
}
