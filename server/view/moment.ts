import type { Frame } from '../../src/model/frame.ts'
import type { Tallies } from '../frame/sealed.ts'
import type { PersonId } from '../../src/model/ids.ts'

/** What views are made of. */
export interface Moment {
  readonly frame: Frame
  readonly online: ReadonlySet<PersonId>
  readonly now: number
  /** Numbers are all that a view can know of what is sealed. */
  readonly tallies?: Tallies
  /** About when anybody last wrote, never who. */
  readonly lastEditAt?: number | null
}
