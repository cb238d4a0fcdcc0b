import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Doc } from 'yjs'
import { openContent } from '../../../src/model/content.ts'
import type { BoardId } from '../../../src/model/ids.ts'
import { readCards } from '../../../src/model/read-content.ts'
import { routes } from '../../../src/protocol/api.ts'
import { MessageType } from '../../../src/protocol/messages.ts'
import type { View } from '../../../src/protocol/view.ts'
import { itemOf } from '../../../server/gate/yjs-internals.ts'
import type { Person, Room } from './room.ts'

/** What only its author and the server may know: texts before the reveal, ids of drafts and of commands at any time. */
export function idsOf({ ear }: Person): string[] {
  const sealed = ear.said().filter(({ type }) => ['put-draft', 'cast-votes'].includes(String(type)))
  return sealed.flatMap(({ id, draft }) => [id, draft].filter((part) => typeof part === 'string'))
}

/** Nobody but its author hears a secret; its author does, or the ears would prove nothing. */
export async function expectHeardByAuthorsOnly(room: Room, secretsOf: (person: Person) => readonly string[]): Promise<void> {
  for (const listener of room.everybody) {
    const bytes = await heardBy(listener)
    for (const author of room.everybody) {
      const secrets = secretsOf(author)
      const heard = secrets.filter((secret) => writtenAs(secret).some((form) => bytes.includes(form)))
      expect(heard, `${listener.name} hears ${author.name}`).toEqual(listener === author ? secrets : [])
    }
  }
}

/** Frames, answers, and the document that frames make together. */
async function heardBy({ ear }: Person): Promise<Buffer> {
  const cards = Buffer.from(JSON.stringify(readCards(openContent(ear.doc))))
  return Buffer.concat([...ear.frames, ...(await ear.answers()), cards])
}

function writtenAs(text: string): Buffer[] {
  const wide = Buffer.from(text, 'utf16le')
  // What stands at the edges of base64 depends on its neighbours.
  const packed = [0, 1, 2].map((before) =>
    Buffer.from(`${'x'.repeat(before)}${text}`)
      .toString('base64')
      .slice(4, -4),
  )
  return [Buffer.from(text), wide, Buffer.from(wide).swap16(), ...packed.map((each) => Buffer.from(each))]
}

/** Whatever HTTP has to say is asked for with everybody's cookie. */
export async function askEverything(room: Room, url: string, board: BoardId): Promise<void> {
  const own = [routes.board, routes.links, routes.snapshots, routes.join, routes.restore, routes.device, routes.leave].map((route) =>
    route(board),
  )
  const snapshots = [1, 2, 3, 4, 5, 6].map((at) => routes.snapshot(board, at))
  const guessed = [
    '/metrics',
    '/debug',
    '/api/boards',
    ...['plan', 'export', 'drafts', 'votes'].map((part) => `${routes.board(board)}/${part}`),
  ]
  for (const { context, ear } of room.everybody) {
    for (const path of [routes.health, routes.templates, ...own, ...snapshots, ...guessed]) {
      ear.note(context.request.get(url + path).then((answer) => answer.body()))
    }
    await ear.answers()
  }
}

/** A frame in which one of these texts stands says nothing of a person; nor does the hand that wrote it. */
export function expectNoAuthors(room: Room, texts: readonly string[], from: ReadonlyMap<Person, number>): void {
  const people = whoIsWho(room)
  for (const person of room.everybody) {
    const carrying = person.ear.frames.slice(from.get(person)).filter((frame) => texts.some((text) => frame.includes(text)))
    for (const frame of carrying)
      expect(
        people.filter((id) => frame.includes(id)),
        `${person.name} is told an author`,
      ).toEqual([])
    const content = openContent(person.ear.doc)
    const cards = readCards(content).filter(({ text }) => texts.includes(text))
    expect(cards.map(({ text }) => text).toSorted(), person.name).toEqual(texts.toSorted())
    const writers = new Set(cards.map(({ id }) => itemOf(content.cards.get(id)!)?.id.client))
    expect(writers.size, 'all are written by one hand').toBe(1)
    for (const writer of writers) expect(person.ear.clients.get(writer!), 'which is nobody’s').toBeUndefined()
    expect(person.ear.clients.size, 'hands that presence told').toBeGreaterThan(4)
  }
}

/** Votes for the card with this text, as a browser is told its own. */
export function ballot({ ear }: Person, text: string, votes: number): string {
  return `"${cardOf(ear.doc, text)}":${votes}`
}

function cardOf(doc: Doc, text: string): string {
  const card = readCards(openContent(doc)).find((known) => known.text === text)
  if (!card) throw new Error(`no card says ${text}`)
  return card.id
}

/** Since then nobody but these was sent a word about the cards with these texts. */
export function expectNoneTold(room: Room, texts: readonly string[], from: ReadonlyMap<Person, number>, but: readonly Person[]): void {
  const cards = texts.map((text) => cardOf(room.lead.ear.doc, text))
  for (const person of room.everybody.filter((each) => !but.includes(each))) {
    const frames = person.ear.frames.slice(from.get(person))
    expect(
      cards.filter((id) => frames.some((frame) => frame.includes(id))),
      person.name,
    ).toEqual([])
  }
}

/** Of a vote nobody is told more than its cards and their sums. */
export function expectNoVoters(room: Room): void {
  const people = whoIsWho(room)
  for (const { name, ear } of room.everybody) {
    const views = ear.told([MessageType.View, MessageType.ViewChange]) as Partial<View>[]
    const rounds = JSON.stringify(views.map((view) => [view.rounds, view.lead?.rounds]))
    expect(
      people.filter((id) => rounds.includes(id)),
      name,
    ).toEqual([])
    expect(ear.told([MessageType.Mine]).at(-1), `${name}: one’s own are forgotten, too`).toEqual({ drafts: [], named: false, votes: {} })
  }
}

/** Ids and names. */
function whoIsWho({ lead, everybody }: Room): string[] {
  const views = lead.ear.told([MessageType.View, MessageType.ViewChange]) as Partial<View>[]
  const ids = new Set(views.flatMap((view) => view.people ?? []).map((person) => person.id))
  expect(ids.size).toBe(everybody.length)
  return [...ids, ...everybody.map((person) => person.name)]
}

/** Files of the server in which one of these stands. */
export function filesWith(folder: string, secrets: readonly string[]): string[] {
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name))
    return secrets.some((secret) => bytes.includes(secret))
  })
}
