import { openBlock, type Block } from '../../src/model/agenda.ts'
import type { Frame } from '../../src/model/frame.ts'
import type { BlockId } from '../../src/model/ids.ts'
import { LIMITS } from '../../src/model/limits.ts'
import { done, LEADS, refused, type CommandHandlers, type Outcome } from './command-handler.ts'

/** Preparing: what the agenda consists of. */
export const agendaCommands: CommandHandlers<'add-block' | 'describe-block' | 'move-block' | 'note-block' | 'plan-start' | 'remove-block'> =
  {
    'add-block': {
      roles: LEADS,
      run: (frame, { block, title, minutes, way, questions, at = LIMITS.blocks }) => {
        const { blocks } = frame.agenda
        if (blocks.some((known) => known.id === block)) return refused('invalid')
        if (blocks.length >= LIMITS.blocks) return refused('full')
        return withBlocks(frame, blocks.toSpliced(at, 0, { ...openBlock(block), title, minutes, way, questions }))
      },
    },
    'describe-block': {
      roles: LEADS,
      run: (frame, { block, title, minutes, way, questions }) =>
        change(frame, block, (known) => ({
          ...known,
          title: title ?? known.title,
          minutes: minutes ?? known.minutes,
          way: way ?? known.way,
          questions: questions ?? known.questions,
        })),
    },
    'move-block': {
      roles: LEADS,
      run: (frame, { block, to }) => {
        const known = frame.agenda.blocks.find((other) => other.id === block)
        if (!known) return refused('unknown')
        return withBlocks(frame, frame.agenda.blocks.filter((other) => other !== known).toSpliced(to, 0, known))
      },
    },
    'remove-block': {
      roles: LEADS,
      run: (frame, { block }) => {
        const others = frame.agenda.blocks.filter((other) => other.id !== block)
        if (others.length === frame.agenda.blocks.length) return refused('unknown')
        if (frame.agenda.current === block) return refused('not-now')
        return withBlocks({ ...frame, notes: withNote(frame.notes, block, '') }, others)
      },
    },
    'note-block': {
      roles: LEADS,
      run: (frame, { block, note }) => {
        if (!frame.agenda.blocks.some((known) => known.id === block)) return refused('unknown')
        return done({ ...frame, notes: withNote(frame.notes, block, note) })
      },
    },
    'plan-start': { roles: LEADS, run: (frame, { at }) => done({ ...frame, agenda: { ...frame.agenda, startAt: at } }) },
  }

function withBlocks(frame: Frame, blocks: Block[]): Outcome {
  return done({ ...frame, agenda: { ...frame.agenda, blocks } })
}

function change(frame: Frame, id: BlockId, change: (block: Block) => Block): Outcome {
  if (!frame.agenda.blocks.some((block) => block.id === id)) return refused('unknown')
  return withBlocks(
    frame,
    frame.agenda.blocks.map((block) => (block.id === id ? change(block) : block)),
  )
}

function withNote(notes: Frame['notes'], block: BlockId, note: string): Frame['notes'] {
  const others = Object.entries(notes).filter(([id]) => id !== block)
  return Object.fromEntries(note === '' ? others : [...others, [block, note]])
}
