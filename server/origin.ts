import type { IncomingMessage } from 'node:http'
import { isIPv6, type BlockList } from 'node:net'

/** True when a page of ours sent the request. A request that does not say where it comes from is refused too. */
export function isOwnOrigin(request: IncomingMessage, publicOrigin: string | null): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  if (publicOrigin !== null) return origin === publicOrigin
  try {
    const { protocol, host: from } = new URL(origin)
    return (protocol === 'http:' || protocol === 'https:') && from !== '' && from === host
  } catch {
    return false
  }
}

/** The address of the browser: the last one in X-Forwarded-For that is not a proxy of ours. */
export function clientIp(request: IncomingMessage, trusted: BlockList): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  let ip = request.socket.remoteAddress ?? 'unknown'
  while (isTrusted(ip, trusted)) {
    const next = forwarded.pop()
    if (next === undefined) break
    ip = next
  }
  return ip
}

function isTrusted(ip: string, trusted: BlockList): boolean {
  const plain = ip.startsWith('::ffff:') ? ip.slice(7) : ip
  return trusted.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
