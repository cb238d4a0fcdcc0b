import { BlockList, isIP } from 'node:net'
import { z } from 'zod'
import { LOG_LEVELS } from './log.ts'

const count = (fallback: number) => z.coerce.number().int().min(1).max(1_000_000_000).default(fallback)

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z
    .string()
    .default('')
    .transform((list, context) => {
      const trusted = parseNetworks(list)
      if (trusted) return trusted
      context.addIssue({ code: 'custom', message: 'expected addresses or networks like 10.0.0.0/8, separated by commas' })
      return z.NEVER
    }),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  SESSION_DAYS: count(30),
  /** How long links for participants and viewers hold; 0: as long as the board lives. */
  LINK_DAYS: z.coerce.number().int().min(0).max(10_000).default(30),
  CREATE: z.enum(['open', 'token']).default('open'),
  CREATE_TOKEN: z.string().min(16).optional(),
  LIMIT_BOARDS_PER_MINUTE: count(10),
  LIMIT_WRONG_LINKS_PER_MINUTE: count(10),
  LIMIT_PASS_USES_PER_MINUTE: count(120),
  LIMIT_WRONG_CODES_PER_MINUTE: count(20),
  LIMIT_ALL_WRONG_CODES_PER_MINUTE: count(100),
  LIMIT_SOCKETS_PER_IP: count(200),
  LIMIT_SOCKETS_PER_PERSON: count(8),
  LIMIT_MESSAGES_PER_SECOND: count(30),
  LIMIT_BYTES_PER_SECOND: count(256 * 1024),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Scheme, host and port under which browsers reach the server; without it the Host header says so. */
  readonly publicOrigin: string | null
  readonly trustedProxies: BlockList
  readonly logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL']
  readonly sessionMs: number
  /** Null: links do not expire. */
  readonly linkDays: number | null
  /** Who makes boards has to show this token; null lets everybody. */
  readonly createToken: string | null
  readonly limits: {
    readonly boardsPerMinute: number
    readonly wrongLinksPerMinute: number
    readonly passUsesPerMinute: number
    readonly wrongCodesPerMinute: number
    readonly allWrongCodesPerMinute: number
    readonly socketsPerIp: number
    readonly socketsPerPerson: number
    readonly messagesPerSecond: number
    readonly bytesPerSecond: number
  }
}

export class BadConfig extends Error {}

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Reads the environment.
 * @throws BadConfig with one sentence about the first wrong value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new BadConfig(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const env = parsed.data
  if (env.CREATE === 'token' && !env.CREATE_TOKEN) throw new BadConfig('CREATE_TOKEN: needed with CREATE=token, 16 characters at least')
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    publicOrigin: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : null,
    trustedProxies: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    sessionMs: env.SESSION_DAYS * DAY_MS,
    linkDays: env.LINK_DAYS === 0 ? null : env.LINK_DAYS,
    createToken: env.CREATE === 'token' ? (env.CREATE_TOKEN ?? null) : null,
    limits: {
      boardsPerMinute: env.LIMIT_BOARDS_PER_MINUTE,
      wrongLinksPerMinute: env.LIMIT_WRONG_LINKS_PER_MINUTE,
      passUsesPerMinute: env.LIMIT_PASS_USES_PER_MINUTE,
      wrongCodesPerMinute: env.LIMIT_WRONG_CODES_PER_MINUTE,
      allWrongCodesPerMinute: env.LIMIT_ALL_WRONG_CODES_PER_MINUTE,
      socketsPerIp: env.LIMIT_SOCKETS_PER_IP,
      socketsPerPerson: env.LIMIT_SOCKETS_PER_PERSON,
      messagesPerSecond: env.LIMIT_MESSAGES_PER_SECOND,
      bytesPerSecond: env.LIMIT_BYTES_PER_SECOND,
    },
  }
}

function parseNetworks(list: string): BlockList | null {
  const trusted = new BlockList()
  for (const entry of list.split(',').map((part) => part.trim())) {
    if (entry === '') continue
    const [address = '', prefix, ...rest] = entry.split('/')
    const family = isIP(address)
    const bits = prefix === undefined ? (family === 6 ? 128 : 32) : Number(prefix)
    if (family === 0 || rest.length > 0 || !Number.isInteger(bits) || bits < 0 || bits > (family === 6 ? 128 : 32)) return null
    trusted.addSubnet(address, bits, family === 6 ? 'ipv6' : 'ipv4')
  }
  return trusted
}
