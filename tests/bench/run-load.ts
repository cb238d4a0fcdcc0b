import { createReceiver } from './receiver.ts'
import { cpuSeconds, machineSeconds, percentile, residentMegabytes } from './measure.ts'
import type { Member } from './member.ts'
import type { ClientTraffic } from './traffic.ts'

const WARM_UP_MS = 5000
const MEASURE_MS = 10_000
/** How long a server may go on with what it still owes; a broadcast that cannot keep up needs a while. */
const DRAIN_MS = 60_000
const MOVES_A_SECOND = 5
const PRESENCE_A_SECOND = 10
const SECONDS = (WARM_UP_MS + MEASURE_MS) / 1000
export const MOVES = MOVES_A_SECOND * SECONDS
export const PRESENCE = PRESENCE_A_SECOND * SECONDS
/** Clients that decode what they receive; the others only count frames. */
const SAMPLES = 8

export interface LoadResult extends Record<string, number> {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  /** Content updates that a sampled client had not received when everything was over. */
  readonly lost: number
  readonly savedP50: number
  readonly savedP99: number
  /** While the load lasts. */
  readonly serverCpu: number
  /** For all of the load, what is delivered after its end included, by the seconds that it lasts. */
  readonly serverCpuForAll: number
  readonly loadCpu: number
  /** What else ran on the machine meanwhile; on a busy one the figures say little. */
  readonly otherCpu: number
  readonly rssMb: number
  readonly framesIn: number
  readonly framesOut: number
}

export interface LoadClient extends Member {
  readonly traffic: ClientTraffic
}

interface Step {
  readonly due: number
  readonly client: number
  readonly move: number
  readonly presence: number
}

export async function runLoad(clients: readonly LoadClient[], pid: number): Promise<LoadResult> {
  const sentAt = clients.map(() => new Float64Array(MOVES))
  const indexOf = new Map(clients.map(({ traffic }, index) => [traffic.client, index]))
  const firstMeasured = (MOVES_A_SECOND * WARM_UP_MS) / 1000
  const latencies: number[] = []
  const saved: number[] = []
  for (const client of clients) client.listen(null)
  for (const sample of sampled(clients.length)) {
    let savedUpTo = 0
    const item = (client: number, clock: number): void => {
      const sender = indexOf.get(client)
      if (sender === undefined || sender === sample || clock < firstMeasured) return
      latencies.push(performance.now() - sentAt[sender]![clock]!)
    }
    const onSaved = (count: number): void => {
      const moves = count - clients[sample]!.confirmed
      for (; savedUpTo < moves; savedUpTo += 1) {
        if (savedUpTo >= firstMeasured) saved.push(performance.now() - sentAt[sample]![savedUpTo]!)
      }
    }
    clients[sample]!.listen(createReceiver({ item, saved: onSaved }))
  }

  const framesNow = (): number => clients.reduce((sum, client) => sum + client.socket.frames(), 0)
  let before = { server: 0, load: 0, machine: 0, frames: 0, at: 0 }
  const usage = (): typeof before => ({
    server: cpuSeconds(pid),
    load: cpuSeconds(process.pid),
    machine: machineSeconds(),
    frames: framesNow(),
    at: performance.now(),
  })
  const steps = schedule(clients.length)
  const cpuAtStart = cpuSeconds(pid)
  const start = performance.now()
  let next = 0
  while (next < steps.length) {
    const now = performance.now() - start
    if (before.at === 0 && now >= WARM_UP_MS) before = usage()
    for (let step = steps[next]; step && step.due <= now; step = steps[next]) {
      const { traffic, socket } = clients[step.client]!
      if (step.move >= 0) sentAt[step.client]![step.move] = performance.now()
      socket.send(step.move >= 0 ? traffic.moves[step.move]! : traffic.presence[step.presence]!)
      next += 1
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  const after = usage()
  const rssMb = residentMegabytes(pid)
  const expected = sampled(clients.length).length * (clients.length - 1) * (MOVES - firstMeasured)
  const end = performance.now() + DRAIN_MS
  while (latencies.length < expected && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
  const cpuForAll = cpuSeconds(pid) - cpuAtStart

  const seconds = (after.at - before.at) / 1000
  const share = (work: (at: typeof before) => number): number => ((work(after) - work(before)) / seconds) * 100
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    max: percentile(latencies, 1),
    lost: expected - latencies.length,
    savedP50: percentile(saved, 0.5),
    savedP99: percentile(saved, 0.99),
    serverCpu: share((at) => at.server),
    serverCpuForAll: (cpuForAll / SECONDS) * 100,
    loadCpu: share((at) => at.load),
    otherCpu: share((at) => at.machine - at.server - at.load),
    rssMb,
    framesIn: clients.length * (MOVES_A_SECOND + PRESENCE_A_SECOND),
    framesOut: (after.frames - before.frames) / seconds,
  }
}

function sampled(clients: number): number[] {
  return Array.from({ length: SAMPLES }, (_, at) => Math.floor(((at + 0.5) * clients) / SAMPLES))
}

/** Every client at its own offset, so that the frames come evenly and not in bursts. */
function schedule(clients: number): Step[] {
  const steps: Step[] = []
  for (let client = 0; client < clients; client += 1) {
    const offset = client / clients
    for (let move = 0; move < MOVES; move += 1) {
      steps.push({ due: ((move + offset) * 1000) / MOVES_A_SECOND, client, move, presence: -1 })
    }
    for (let presence = 0; presence < PRESENCE; presence += 1) {
      steps.push({ due: ((presence + offset) * 1000) / PRESENCE_A_SECOND, client, move: -1, presence })
    }
  }
  return steps.sort((a, b) => a.due - b.due)
}
