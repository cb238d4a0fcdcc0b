import type { View } from '../../protocol/view.ts'

export function nameOf(view: View, id: string): string {
  return view.people.find((person) => person.id === id)?.name ?? ''
}
