import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { ROLES, type Role } from '../src/model/board.ts'
import { CODE_ALPHABET, SPOKEN_CODE_LENGTH } from '../src/model/codes.ts'
import type { Frame } from '../src/model/frame.ts'
import type { BoardId } from '../src/model/ids.ts'
import type { PassSubject } from '../src/model/passes.ts'
import type { Links } from '../src/protocol/api.ts'

/** Derived and never stored: a facilitator can always be shown the links, and the database alone opens nothing. */
function linkSecret(serverKey: Uint8Array, board: BoardId, role: Role, generation: number): string {
  return createHmac('sha256', serverKey).update(`${board}:${role}:${generation}`).digest('base64url')
}

export function linksOf(serverKey: Uint8Array, board: BoardId, generations: Frame['linkGeneration']): Links {
  const secret = (role: Role): string => linkSecret(serverKey, board, role, generations[role])
  return { facilitator: secret('facilitator'), participant: secret('participant'), viewer: secret('viewer') }
}

/** The role that a link's secret gives. Always the same work, whether it fits or not. */
export function roleOfSecret(serverKey: Uint8Array, board: BoardId, generations: Frame['linkGeneration'], secret: string): Role | null {
  const links = linksOf(serverKey, board, generations)
  const matches = ROLES.filter((role) => isSame(links[role], secret))
  return matches[0] ?? null
}

/** What opens one thing without joining; made like the links. */
export function passSecret(serverKey: Uint8Array, board: BoardId, subject: PassSubject, number: number): string {
  return createHmac('sha256', serverKey).update(`${board}:pass:${subject}:${number}`).digest('base64url')
}

/** The code that is read out in the room, derived like the links. */
export function spokenCode(serverKey: Uint8Array, board: BoardId, number: number): string {
  let rest = createHmac('sha256', serverKey).update(`${board}:code:${number}`).digest().readBigUInt64BE()
  let code = ''
  while (code.length < SPOKEN_CODE_LENGTH) {
    code += CODE_ALPHABET[Number(rest % BigInt(CODE_ALPHABET.length))]
    rest /= BigInt(CODE_ALPHABET.length)
  }
  return code
}

/** What of a code is stored: without the server's key, trying them all finds nothing. */
export function lookupOfCode(serverKey: Uint8Array, code: string): string {
  return createHmac('sha256', serverKey).update(`code:${code}`).digest('base64url')
}

export function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What of a cookie is stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A browser keeps `__Host-` cookies to exactly this host; it takes them over https only. */
function cookieName(isSecure: boolean): string {
  return isSecure ? '__Host-auftakt' : 'auftakt'
}

export function setCookie(token: string, isSecure: boolean, maxAgeMs: number): string {
  const parts = [`${cookieName(isSecure)}=${token}`, 'Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${Math.floor(maxAgeMs / 1000)}`]
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ')
}

/** The token of a Cookie header; null when there is none of the right form. */
export function readCookie(header: string | undefined, isSecure: boolean): string | null {
  const prefix = `${cookieName(isSecure)}=`
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
  const token = pair?.slice(prefix.length) ?? ''
  return TOKEN_PATTERN.test(token) ? token : null
}
