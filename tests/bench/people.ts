import { routes, type Links } from '../../src/protocol/api.ts'
import type { BoardId } from '../../src/model/ids.ts'
import { PROTOCOL_VERSION } from '../../src/protocol/messages.ts'
import type { Product } from './product.ts'

export interface ImportedBoard {
  readonly id: BoardId
  readonly epoch: number
  readonly links: Links
  /** The facilitator's session. */
  readonly cookie: string
}

export async function importBoard(product: Product, file: string): Promise<ImportedBoard> {
  const { value, cookie } = await post(product, routes.importBoard, { file, name: 'Facilitator' })
  const { board, epoch, links } = value as { board: BoardId; epoch: number; links: Links }
  return { id: board, epoch, links, cookie }
}

/** A new participant; the answer is the session's cookie. */
export async function joinBoard(product: Product, board: ImportedBoard, name: string): Promise<string> {
  return (await post(product, routes.join(board.id), { secret: board.links.participant, name })).cookie
}

/** Where and how this person's socket is opened. */
export function socketOf(
  product: Product,
  board: ImportedBoard,
  cookie: string,
): { port: number; path: string; headers: Record<string, string> } {
  return {
    port: product.port,
    path: `${routes.socket}/${board.id}?v=${PROTOCOL_VERSION}&epoch=${board.epoch}`,
    headers: { cookie, origin: product.origin },
  }
}

async function post(product: Product, path: string, body: unknown): Promise<{ value: unknown; cookie: string }> {
  const response = await fetch(product.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.origin },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text.slice(0, 200)}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  return { value: JSON.parse(text), cookie }
}
