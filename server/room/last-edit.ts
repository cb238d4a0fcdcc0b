/** Coarse, so that it tells that the room writes and not how fast anybody types. */
const STEP_MS = 15_000

/** About when anybody last wrote. `note` is true when that is news. */
export function createLastEdit(now: () => number) {
  let lastAt: number | null = null
  return {
    at: (): number | null => lastAt,
    note(): boolean {
      const at = Math.floor(now() / STEP_MS) * STEP_MS
      const isNews = at !== lastAt
      lastAt = at
      return isNews
    },
  }
}
