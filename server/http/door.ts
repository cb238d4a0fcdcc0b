import { areaCards, offeredAreas } from '../../src/model/areas.ts'
import type { Role } from '../../src/model/board.ts'
import type { BoardId } from '../../src/model/ids.ts'
import { byOrder } from '../../src/model/order.ts'
import { readCards } from '../../src/model/read-content.ts'
import type { Door } from '../../src/protocol/api.ts'
import type { AppContext } from '../app-context.ts'
import { notFound } from './reply.ts'

/** As many as one looks through before joining; the others can be chosen later. */
const SHOWN = 24

/** Where an invitation leads: enough to know that it is the right door. */
export async function doorOf(app: AppContext, board: BoardId, role: Role): Promise<Door> {
  const door = await app.rooms.withRoom(board, ({ state }) => {
    const { title, organisation, language, template } = state.frame()
    const cards = areaCards(readCards(state.content), template).map(({ id, text, place }) => ({ id, text, order: place.order }))
    return { title, organisation, language, role, areas: offeredAreas(cards.toSorted(byOrder), template, language).slice(0, SHOWN) }
  })
  if (!door) throw notFound()
  return door
}
