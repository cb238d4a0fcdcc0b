/** A seeded generator (mulberry32): a failing run can be repeated with its seed. */
export function random(seed: number): { next: () => number; below: (n: number) => number; pick: <T>(list: readonly T[]) => T } {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    next,
    below,
    pick: (list) => {
      const value = list[below(list.length)]
      if (value === undefined) throw new RangeError('pick from an empty list')
      return value
    },
  }
}
