import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { BadConfig, readConfig } from '../../server/config.ts'
import { createLog, shortIp } from '../../server/log.ts'
import { clientIp } from '../../server/origin.ts'
import { createBucket, createRateLimit } from '../../server/rate-limit.ts'

describe('the environment', () => {
  test('nothing set is a server for a room', () => {
    expect(readConfig({})).toMatchObject({ port: 8080, host: '0.0.0.0', dataDir: 'data', publicOrigin: null, createToken: null })
    expect(readConfig({ PORT: '', PUBLIC_URL: '' }).port).toBe(8080)
  })

  test('an address loses its path', () => {
    expect(readConfig({ PUBLIC_URL: 'https://board.example/x/' }).publicOrigin).toBe('https://board.example')
  })

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'board.example'],
    ['PUBLIC_URL', 'ftp://board.example'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['TRUST_PROXY', 'proxy'],
    ['LOG_LEVEL', 'loud'],
    ['CREATE', 'token'],
    ['LIMIT_SOCKETS_PER_IP', '0'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(BadConfig)
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}`))
  })

  test('a token for making boards has to be long', () => {
    expect(() => readConfig({ CREATE: 'token', CREATE_TOKEN: 'short' })).toThrow(/CREATE_TOKEN/)
    expect(readConfig({ CREATE: 'token', CREATE_TOKEN: 'x'.repeat(16) }).createToken).toBe('x'.repeat(16))
  })
})

describe('the address of a browser', () => {
  const ip = (remoteAddress: string, forwarded: string | undefined, trusted: string): string =>
    clientIp(
      { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage,
      readConfig({ TRUST_PROXY: trusted }).trustedProxies,
    )

  test.each([
    ['1.2.3.4', '9.9.9.9', '', '1.2.3.4'],
    ['10.0.0.1', '9.9.9.9', '10.0.0.0/8', '9.9.9.9'],
    ['10.0.0.1', '6.6.6.6, 9.9.9.9', '10.0.0.0/8', '9.9.9.9'],
    ['10.0.0.1', '9.9.9.9, 10.0.0.7', '10.0.0.0/8', '9.9.9.9'],
    ['10.0.0.1', undefined, '10.0.0.0/8', '10.0.0.1'],
    ['::ffff:10.0.0.1', '9.9.9.9', '10.0.0.1', '9.9.9.9'],
    ['::1', '2001:db8::7', '::1,127.0.0.1', '2001:db8::7'],
  ])('from %s, forwarded for %s, trusting "%s": %s', (remote, forwarded, trusted, expected) => {
    expect(ip(remote, forwarded, trusted)).toBe(expected)
  })
})

test('a log line has the network, not the machine, and never a whole board id', () => {
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line))
  log.info('joined', { board: 'aBcDeFgHiJkLmNoPqRsTuV', ip: '192.168.17.44' })
  log.debug('silent', {})
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    level: 'info',
    event: 'joined',
    ip: '192.168.17.0',
    board: expect.stringMatching(/^[0-9a-f]{8}$/),
  })
  expect(shortIp('2001:db8:aa:bb:cc:dd:ee:ff')).toBe('2001:db8:aa::')
  expect(shortIp('2001::7')).toBe('2001:0:0::')
  expect(shortIp('::ffff:10.1.2.3')).toBe('10.1.2.0')
  expect(shortIp('::1')).toBe('0:0:0::')
})

test('a limit holds for a minute and for one key', () => {
  let now = 0
  const limit = createRateLimit(2, () => now)
  limit.count('a')
  limit.count('a')
  expect([limit.isUsedUp('a'), limit.isUsedUp('b')]).toEqual([true, false])
  now = 60_000
  expect(limit.isUsedUp('a')).toBe(false)
})

test('a bucket holds a burst and refills, and a clock that goes back takes nothing away', () => {
  let now = 1000
  const bucket = createBucket({ perSecond: 10, burst: 20, now: () => now })
  for (let at = 0; at < 20; at++) expect(bucket.take(1)).toBe(true)
  expect(bucket.take(1)).toBe(false)
  now = 0
  expect(bucket.take(0)).toBe(false)
  now = 500
  expect(bucket.take(1)).toBe(true)
})
