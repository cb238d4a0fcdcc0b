/** What a plan can hold behind its first page, in its order. */
export const PLAN_PARTS = [
  'work',
  'matrix',
  'responsibilities',
  'load',
  'registers',
  'answers',
  'cases',
  'loci',
  'open',
  'parking',
  'review',
  'people',
  'signatures',
  'annex',
] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

/** How a plan is printed. */
export interface PlanLook {
  /** Left out: all. None: the first page alone. */
  readonly parts?: readonly PlanPart[]
  /** A PNG or JPEG file; anything else is left out. */
  readonly logo?: Uint8Array
  /** The company's colour as `#1b4b4f`; a light one is darkened until it can be read. */
  readonly color?: string
}
