/** How many of something each key has open. */
export function createCounts() {
  const counts = new Map<string, number>()
  return {
    /** False when the key has as many as it may have. */
    take(key: string, most: number): boolean {
      const count = counts.get(key) ?? 0
      if (count >= most) return false
      counts.set(key, count + 1)
      return true
    },
    giveBack(key: string): void {
      const count = (counts.get(key) ?? 0) - 1
      if (count > 0) counts.set(key, count)
      else counts.delete(key)
    },
  }
}
