import { readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** Seconds of processor time that a process has used so far, all its threads and the kernel's work for it included. Linux only. */
export function cpuSeconds(pid: number): number {
  const stat = proc(`${pid}/stat`)
  // The second field is the program's name and may hold spaces; the rest is counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Seconds that all processors of the machine have worked so far, for whomever. */
export function machineSeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (/^cpu +(.*)$/m.exec(proc('stat'))?.[1] ?? '')
    .split(' ')
    .map(Number)
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND
}

export function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(proc(`${pid}/status`))?.[1]
  return Number(kilobytes) / 1024
}

function proc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8')
  } catch {
    return ''
  }
}

/** The value below which the share `p` of all values lies. Sorts in place. */
export function percentile(values: number[] | Float64Array, p: number): number {
  if (values.length === 0) return Number.NaN
  values.sort((a, b) => a - b)
  return values[Math.min(values.length - 1, Math.ceil(values.length * p) - 1)] ?? Number.NaN
}

export function median(values: number[]): number {
  return percentile([...values], 0.5)
}

/** The median of each figure over several rounds of the same measurement. */
export function medianOf<T extends Record<string, number>>(rounds: readonly T[]): T {
  const keys = Object.keys(rounds[0] ?? {}) as (keyof T)[]
  return Object.fromEntries(keys.map((key) => [key, round(median(rounds.map((one) => one[key]!)))])) as T
}

export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
