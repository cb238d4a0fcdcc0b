/** So many rows at least stand on a table's last page, and stay on the one before it. */
const TOGETHER = 3

/** How many rows stand on each page, so that none is torn; the last page takes some from the one before when it would hold one or two. A row higher than a page stands alone. */
export function breakRows(heights: readonly number[], first: number, full: number): number[] {
  const pages: number[] = []
  let room = first
  let count = 0
  for (const height of heights) {
    if (height > room + 0.01 && count > 0) {
      pages.push(count)
      count = 0
      room = full
    }
    room -= height
    count += 1
  }
  return withoutLonely([...pages, count], heights, full)
}

function withoutLonely(pages: readonly number[], heights: readonly number[], full: number): number[] {
  const last = pages.at(-1) ?? 0
  const before = pages.at(-2) ?? 0
  const moved = Math.min(TOGETHER - last, before - TOGETHER)
  if (moved <= 0 || sum(heights.slice(heights.length - last - moved)) > full) return [...pages]
  return [...pages.slice(0, -2), before - moved, last + moved]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
