import { currentBlock, type Agenda, type Block } from '../../src/model/agenda.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { BlockId } from '../../src/model/ids.ts'
import { startTimer } from '../../src/model/timer.ts'

/** The frame with another block running, or none. Ticks, spotlight and timer belong to the step that ends. */
export function goTo(frame: Frame, id: BlockId | null, given: { now: number; timer?: boolean | undefined }): Frame {
  const agenda = enter(frame.agenda, id, given.now)
  const block = currentBlock(agenda)
  const timer = given.timer && block ? startTimer(block.minutes, given.now) : null
  return { ...frame, agenda, timer, ready: [], spotlight: null }
}

/** On the way forward the running block is done, on the way back it is open again. */
function enter(agenda: Agenda, id: BlockId | null, now: number): Agenda {
  if (id !== null && id === agenda.current) return agenda
  const at = agenda.blocks.findIndex((block) => block.id === id)
  const isBack = at >= 0 && at < agenda.blocks.findIndex((block) => block.id === agenda.current)
  const leave = (block: Block): Block =>
    isBack || block.skipped ? { ...block, startedAt: null, endedAt: null } : { ...block, endedAt: now }
  const blocks = agenda.blocks.map((block) => {
    if (block.id === id) return { ...block, startedAt: now, endedAt: null, skipped: false }
    return block.id === agenda.current ? leave(block) : block
  })
  return { ...agenda, current: id, blocks }
}
