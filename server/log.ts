import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'

const LEVELS = { error: 0, warn: 1, info: 2, debug: 3 } as const
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** `board` and `ip` are shortened before they are written. Names, texts and secrets do not belong in here. */
interface LogFields {
  readonly [key: string]: string | number | boolean | undefined
  readonly board?: string
  readonly ip?: string
}
export type Log = Readonly<Record<keyof typeof LEVELS, (event: string, fields: LogFields) => void>>

/** One JSON line per event. */
export function createLog(level: LogLevel, write: (line: string) => void = (line) => console.log(line)): Log {
  const most = level === 'silent' ? -1 : LEVELS[level]
  const at =
    (name: keyof typeof LEVELS) =>
    (event: string, fields: LogFields): void => {
      if (LEVELS[name] > most) return
      const { board, ip, ...rest } = fields
      const short = { ...(board ? { board: shortHash(board) } : {}), ...(ip ? { ip: shortIp(ip) } : {}) }
      write(JSON.stringify({ at: new Date().toISOString(), level: name, event, ...short, ...rest }))
    }
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }
}

function shortHash(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8)
}

/** The network, not the machine: /24 or /48. */
export function shortIp(ip: string): string {
  const plain = ip.startsWith('::ffff:') ? ip.slice(7) : ip
  if (!isIPv6(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0`
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  // `::` stands for zeros.
  const first = tail === undefined ? groups : [...groups, '0', '0', '0']
  return `${first.slice(0, 3).join(':')}::`
}
