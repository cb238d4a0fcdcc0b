import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { newCommandId, type CardId, type PersonId, type QuestionId } from '../../src/model/ids.ts'
import { encodeMessage, MessageType } from '../../src/protocol/messages.ts'

/** Whose drafts and votes somebody is after, and all that can be known of them. */
export interface Target {
  readonly victim: PersonId
  readonly client: number
  readonly card: CardId
  readonly question: QuestionId
  readonly drafts: readonly string[]
  readonly commands: { readonly draft: string; readonly vote: string }
}

/** What a browser that is not ours may send to get at what is somebody else's. */
export function hostileFrames(target: Target): Uint8Array[] {
  const types = [...Object.values(MessageType), 2, 3, 4, 99, 107, 127, 128, 255]
  const bare = types.map((type) => Uint8Array.of(type))
  const asked = types.map((type) => encodeMessage(type, { person: target.victim, drafts: target.drafts, votes: {}, named: true }))
  return [
    ...bare,
    ...asked,
    ...contentFrames(target),
    presenceFrame(target),
    ...commandsOf(target).map((body) => encodeMessage(MessageType.Command, body)),
  ]
}

/** Questions with every kind of state vector, and updates that say nothing. */
function contentFrames({ client }: Target): Uint8Array[] {
  const vectors = [new Map(), new Map([[client, 0]]), new Map([[client, 2 ** 31]]), new Map([[1, 1]])].map((known) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, known.size)
    for (const [id, clock] of known) for (const part of [id, clock]) encoding.writeVarUint(encoder, part)
    return encoding.toUint8Array(encoder)
  })
  const nothing = Y.encodeStateAsUpdate(new Y.Doc())
  return [
    ...vectors.map((vector) => syncFrame(0, vector)),
    syncFrame(1, nothing),
    syncFrame(2, nothing),
    syncFrame(0, Uint8Array.of(9, 9, 9)),
  ]
}

function syncFrame(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const part of [MessageType.Sync, type]) encoding.writeVarUint(encoder, part)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** "I am she." */
function presenceFrame({ client, victim }: Target): Uint8Array {
  const inner = encoding.createEncoder()
  for (const part of [1, client, 99]) encoding.writeVarUint(inner, part)
  encoding.writeVarString(inner, JSON.stringify({ user: { id: victim, name: 'Annabella', role: 'facilitator' } }))
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, MessageType.Awareness)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(inner))
  return encoding.toUint8Array(frame)
}

function commandsOf({ victim, card, question, drafts, commands }: Target): object[] {
  const [draft] = drafts
  const change = { type: 'put-draft', draft, question, kind: 'actor', text: 'von mir' }
  const ballot = { type: 'cast-votes', round: 'v1', card, votes: 1 }
  return [
    { id: commands.draft, ...change },
    { id: commands.draft, type: 'drop-draft', draft },
    { id: commands.vote, ...ballot },
    { id: commands.vote, ...ballot, votes: 0 },
    ...drafts.map((each) => ({ id: newCommandId(), type: 'drop-draft', draft: each })),
    ...['person', 'sender', 'as', 'by', 'author', '__proto__'].flatMap((key) => [
      { id: newCommandId(), ...change, [key]: victim },
      { id: newCommandId(), ...ballot, [key]: victim },
      { id: newCommandId(), type: 'sign-drafts', named: true, [key]: victim },
    ]),
    { id: newCommandId(), type: 'sign-drafts', named: [victim] },
    { id: newCommandId(), type: 'reveal-drafts', authors: victim },
    { id: newCommandId(), type: 'reveal-drafts', authors: [victim] },
    { id: newCommandId(), type: 'close-votes', round: 'v1', person: victim },
    { id: newCommandId(), type: 'mine', person: victim },
    { id: newCommandId(), type: 'put-draft' },
    { type: 'put-draft' },
  ]
}
