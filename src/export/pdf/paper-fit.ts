/** Lines or rows to write in, of which a sheet has more or fewer so that it fills its page. */
export interface Flex {
  readonly wanted: number
  readonly most: number
  /** Of one of them, in millimetres. */
  readonly height: number
}

/** How many of each there are so that all of them fill the room, at least one; as many as wanted when one page cannot hold them. */
export function fitToPage(flexes: readonly Flex[], room: number): number[] {
  const counts = flexes.map(({ wanted }) => wanted)
  let left = room - flexes.reduce((sum, { wanted, height }) => sum + wanted * height, 0)
  while (left < 0) {
    const at = longest(counts)
    if (at < 0) return flexes.map(({ wanted }) => wanted)
    counts[at] = (counts[at] ?? 1) - 1
    left += flexes[at]?.height ?? 0
  }
  for (let at = neediest(flexes, counts, left); at >= 0; at = neediest(flexes, counts, left)) {
    counts[at] = (counts[at] ?? 0) + 1
    left -= flexes[at]?.height ?? 0
  }
  return counts
}

function longest(counts: readonly number[]): number {
  const most = Math.max(...counts)
  return most > 1 ? counts.lastIndexOf(most) : -1
}

/** Who has grown the least and still may. */
function neediest(flexes: readonly Flex[], counts: readonly number[], room: number): number {
  let found = -1
  let least = Infinity
  flexes.forEach(({ wanted, most, height }, at) => {
    const count = counts[at] ?? 0
    const grown = count / wanted
    if (count < most && height <= room && grown < least) {
      least = grown
      found = at
    }
  })
  return found
}
