import type { PersonId } from '../../src/model/ids.ts'
import { MessageType } from '../../src/protocol/messages.ts'
import { roleOf } from '../frame/roster.ts'
import { encodeJsonBytes } from '../room/wire.ts'
import { leadView, myView, sharedView } from '../view.ts'
import type { Moment } from './moment.ts'

/** JSON by top-level key. */
type Parts = Readonly<Record<string, string>>
/** What a connection was told last. */
export interface Seen {
  readonly shared: Parts
  readonly lead: string
  readonly me: string
}

const NOTHING = 'null'

/**
 * Writes the views of one moment: whole for who has none yet, else only the parts that changed, so that a tick does not
 * send forty people the whole agenda. What many see alike is written once.
 */
export function viewWriter(moment: Moment) {
  const { rev, now, ...rest } = sharedView(moment)
  const shared: Parts = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, JSON.stringify(value)]))
  const head = `{"rev":${rev},"now":${now}`
  const changes = new Map<Parts, string>()
  const common = new Map<string, Uint8Array>()
  let lead: string | null = null
  let whole: Buffer | null = null

  function changesSince(parts: Parts): string {
    const known = changes.get(parts)
    if (known !== undefined) return known
    const written = write(Object.entries(shared).filter(([key, json]) => parts[key] !== json))
    changes.set(parts, written)
    return written
  }

  function encodeCommon(body: string): Uint8Array {
    const known = common.get(body) ?? encodeJsonBytes(MessageType.ViewChange, [Buffer.from(`${head}${body}}`)])
    common.set(body, known)
    return known
  }

  /** The frame for a person whose connection saw `seen`, null when nothing is new there; and what it has seen then. */
  return (person: PersonId, seen: Seen | null): { readonly frame: Uint8Array | null; readonly seen: Seen } => {
    const leads = roleOf(moment.frame, person) === 'facilitator'
    if (leads) lead ??= JSON.stringify(leadView(moment))
    const next: Seen = { shared, lead: leads ? (lead ?? NOTHING) : NOTHING, me: JSON.stringify(myView(moment, person)) }
    if (!seen) {
      whole ??= Buffer.from(head + write(Object.entries(shared)))
      const own = Buffer.from(
        `${write([
          ['lead', next.lead],
          ['me', next.me],
        ])}}`,
      )
      return { frame: encodeJsonBytes(MessageType.View, [whole, own]), seen: next }
    }
    const changed = changesSince(seen.shared)
    const own = write([
      ...(seen.lead === next.lead ? [] : [['lead', next.lead] as const]),
      ...(seen.me === next.me ? [] : [['me', next.me] as const]),
    ])
    return { frame: changed + own === '' ? null : encodeCommon(changed + own), seen: next }
  }
}

function write(parts: readonly (readonly [string, string])[]): string {
  return parts.map(([key, json]) => `,"${key}":${json}`).join('')
}
