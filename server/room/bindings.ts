import type { PersonId } from '../../src/model/ids.ts'
import { MAX_CLIENTS } from '../gate.ts'
import type { Binding } from '../store/board-store.ts'

/**
 * Which person writes under which Yjs client id: nobody can write in the name of somebody else. Ids in a loaded document
 * that are nobody's are the server's own.
 */
export function createBindings(stored: readonly Binding[], loaded: Iterable<number>, today: () => string) {
  const loadedIds = new Set(loaded)
  const owners = new Map<number, Binding>(stored.map((binding) => [binding.client, binding]))
  const writers = new Set<string>(stored.map((binding) => binding.person))
  let unsaved: Binding[] = []

  return {
    ownerOf: (client: number): PersonId | '' | undefined => owners.get(client)?.person ?? (loadedIds.has(client) ? '' : undefined),
    hasWritten: (person: PersonId): boolean => writers.has(person),
    /** False when this person used up today's ids. */
    bind(clients: readonly number[], person: PersonId): boolean {
      if (clients.length === 0) return true
      const day = today()
      const used = [...owners.values()].filter((binding) => binding.person === person && binding.day === day).length
      if (used + clients.length > MAX_CLIENTS) return false
      for (const client of clients) {
        const binding = { client, person, day }
        owners.set(client, binding)
        unsaved.push(binding)
      }
      writers.add(person)
      return true
    },
    takeUnsaved(): Binding[] {
      const taken = unsaved
      unsaved = []
      return taken
    },
  }
}
