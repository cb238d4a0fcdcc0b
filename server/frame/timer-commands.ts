import type { Frame } from '../../src/model/frame.ts'
import { addMinute, pauseTimer, resumeTimer, startTimer, type Timer } from '../../src/model/timer.ts'
import { done, LEADS, refused, type CommandHandlers, type Outcome } from './command-handler.ts'

export const timerCommands: CommandHandlers<'add-minute' | 'pause-timer' | 'resume-timer' | 'start-timer' | 'stop-timer'> = {
  'start-timer': { roles: LEADS, run: (frame, { minutes }, { now }) => done({ ...frame, timer: startTimer(minutes, now) }) },
  'add-minute': { roles: LEADS, run: (frame, _, { now }) => change(frame, (timer) => addMinute(timer, now)) },
  'pause-timer': { roles: LEADS, run: (frame, _, { now }) => change(frame, (timer) => pauseTimer(timer, now)) },
  'resume-timer': { roles: LEADS, run: (frame, _, { now }) => change(frame, (timer) => resumeTimer(timer, now)) },
  'stop-timer': { roles: LEADS, run: (frame) => (frame.timer ? done({ ...frame, timer: null }) : refused('not-now')) },
}

function change(frame: Frame, change: (timer: Timer) => Timer | null): Outcome {
  const timer = frame.timer && change(frame.timer)
  return timer ? done({ ...frame, timer }) : refused('not-now')
}
