import type { Agenda, Block } from '../../src/model/agenda.ts'
import type { BlockId, QuestionId } from '../../src/model/ids.ts'

/** Three steps; the one at `current` runs since `startedAt`, those before it are done. */
export function threeSteps(current: number | null, startedAt = 0, ways: readonly Block['way'][] = ['talk', 'write', 'assign']): Agenda {
  const questions = [['actors'], ['everyday', 'standards'], ['doers']] as QuestionId[][]
  const blocks = ['Ankommen', 'Sammeln', 'Zuordnen'].map((title, at) => {
    const begun = current !== null && at <= current
    return {
      id: `Bstep${at}` as BlockId,
      title,
      minutes: 10,
      way: ways[at] ?? 'talk',
      questions: questions[at] ?? [],
      startedAt: begun ? startedAt : null,
      endedAt: begun && at < current ? startedAt : null,
      skipped: false,
    }
  })
  return { startAt: null, current: current === null ? null : (blocks[current]?.id ?? null), blocks }
}
