const LONELY = 0.3

/** How many rows stand on each page, so that none is torn; the last page takes some from the one before when it would hold little. A row higher than a page stands alone. */
export function breakRows(heights: readonly number[], first: number, full: number): number[] {
  const pages: number[] = []
  let room = first
  let count = 0
  heights.forEach((height) => {
    if (height > room + 0.01 && count > 0) {
      pages.push(count)
      count = 0
      room = full
    }
    room -= height
    count += 1
  })
  return balanced([...pages, count], heights, full)
}

// Rows move to the last page until both hold about the same.
function balanced(pages: readonly number[], heights: readonly number[], full: number): number[] {
  const last = pages.at(-1) ?? 0
  const before = pages.at(-2)
  const lastHeight = sum(heights.slice(heights.length - last))
  if (before === undefined || lastHeight > full * LONELY) return [...pages]
  const start = heights.length - last - before
  const both = sum(heights.slice(start))
  let moved = 0
  let below = lastHeight
  // The page before keeps two rows at least: the heading and its head stand there.
  while (moved < before - 2) {
    const height = heights[start + before - moved - 1] ?? 0
    if (below + height > Math.min(both / 2 + height / 2, full)) break
    below += height
    moved += 1
  }
  return [...pages.slice(0, -2), before - moved, last + moved]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
