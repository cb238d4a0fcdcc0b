import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PersonId } from '../../src/model/ids.ts'
import { MessageType } from '../../src/protocol/messages.ts'

/** A connection as presence knows it; `user` is the JSON of the roster's record. */
export interface Present {
  readonly person: PersonId
  readonly user: string
  /** The one Yjs client id that this connection speaks for, once it is known. */
  client: number | null
}

interface Entry {
  readonly client: number
  readonly person: PersonId
  owner: Present
  clock: number
  /** What the browser last said about itself, and what the others are told; null for one that left. */
  said: string
  state: string | null
}

const MAX_STATE_CHARS = 2048
const MAX_VALUE_CHARS = 60
const MAX_CLOCK = 2 ** 40
/** Ids that left are remembered for their clocks; a browser that comes back must count on from there. */
const MAX_ENTRIES = 1000

/** Who is here and what they hold. The server writes name and role; a browser only says what it edits and drags. */
export function createPresence(ownerOf: (client: number) => PersonId | '' | undefined) {
  const entries = new Map<number, Entry>()
  const changed = new Set<Entry>()

  function say(entry: Entry, clock: number, state: string | null): void {
    entry.clock = Math.max(clock, entry.clock + 1)
    entry.state = state
    changed.add(entry)
  }

  /** Takes what concerns the sender's own id; true when there is news. Every y-websocket client echoes the others: that is passed over. */
  function receive(sender: Present, frame: decoding.Decoder): boolean {
    const inner = decoding.readVarUint(frame)
    if (inner !== frame.arr.length - frame.pos) return false
    const count = decoding.readVarUint(frame)
    for (let at = 0; at < count; at++) {
      const client = decoding.readVarUint(frame)
      const clock = decoding.readVarUint(frame)
      const length = decoding.readVarUint(frame)
      if ((client === sender.client || (sender.client === null && claim(sender, client))) && length <= MAX_STATE_CHARS) {
        frame.pos -= lengthOfVarUint(length)
        hear(sender, client, clock, decoding.readVarString(frame))
      } else frame.pos += length
    }
    return changed.size > 0
  }

  /** The newest connection of a person may go on with an id of an older one; nobody else may. */
  function claim(sender: Present, client: number): boolean {
    const owner = ownerOf(client)
    if (owner !== undefined && owner !== sender.person) return false
    const known = entries.get(client)
    if (known && known.state !== null && known.person !== sender.person) return false
    sender.client = client
    return true
  }

  function hear(sender: Present, client: number, clock: number, said: string): void {
    if (clock > MAX_CLOCK) return
    let entry = entries.get(client)
    if (!entry || entry.person !== sender.person) {
      entry = { client, person: sender.person, owner: sender, clock: entry?.clock ?? -1, said: '', state: null }
      entries.set(client, entry)
      if (entries.size > MAX_ENTRIES) forget()
    }
    entry.owner = sender
    if (said === entry.said && entry.state !== null) return say(entry, clock, entry.state)
    const state = said === 'null' ? null : stateOf(said, sender.user)
    if (state === undefined) return
    entry.said = said
    if (state !== null || entry.state !== null) say(entry, clock, state)
  }

  function leave(who: Present): void {
    const entry = who.client === null ? undefined : entries.get(who.client)
    if (entry?.owner === who && entry.state !== null) say(entry, entry.clock, null)
  }

  /** After a change of name or role. */
  function rename(who: Present): void {
    const entry = who.client === null ? undefined : entries.get(who.client)
    const state = entry && entry.state !== null ? stateOf(entry.said, who.user) : null
    if (entry?.owner === who && state) say(entry, entry.clock, state)
  }

  function forget(): void {
    for (const [client, entry] of entries) {
      if (entry.state === null && !changed.has(entry)) entries.delete(client)
    }
  }

  return {
    receive,
    leave,
    rename,
    /** Who speaks for a client id at the moment. */
    holderOf: (client: number): PersonId | undefined => {
      const entry = entries.get(client)
      return entry && entry.state !== null ? entry.person : undefined
    },
    /** One frame with the newest state of each who changed; null when nobody did. */
    takeChanges(): Uint8Array | null {
      if (changed.size === 0) return null
      const frame = encodePresence([...changed])
      changed.clear()
      return frame
    },
    /** One frame with everybody; null when nobody is here. */
    everybody(): Uint8Array | null {
      const here = [...entries.values()].filter((entry) => entry.state !== null)
      return here.length > 0 ? encodePresence(here) : null
    },
  }
}

export type PresenceBoard = ReturnType<typeof createPresence>

/** What others are told; undefined when the browser said nothing that can be read. */
function stateOf(said: string, user: string): string | undefined {
  let value: unknown
  try {
    value = JSON.parse(said)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { editing, field, drag } = value as { editing?: unknown; field?: unknown; drag?: unknown }
  let state = `{"user":${user}`
  if (isShort(editing)) state += `,"editing":${JSON.stringify(editing)}`
  if (isShort(field)) state += `,"field":${JSON.stringify(field)}`
  if (isShort(drag)) state += `,"drag":${JSON.stringify(drag)}`
  return `${state}}`
}

function isShort(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.length <= MAX_VALUE_CHARS)
}

function encodePresence(entries: readonly Entry[]): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const entry of entries) {
    encoding.writeVarUint(inner, entry.client)
    encoding.writeVarUint(inner, entry.clock)
    encoding.writeVarString(inner, entry.state ?? 'null')
  }
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, MessageType.Awareness)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(inner))
  return encoding.toUint8Array(frame)
}

function lengthOfVarUint(value: number): number {
  let bytes = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) bytes++
  return bytes
}
