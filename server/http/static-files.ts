import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}
const PACKED = new Set(['.html', '.js', '.css', '.json', '.svg', '.ttf', '.webmanifest'])
const BROTLI_QUALITY = 9
/** A board and its places; the page of a status link and of the link to the plan. */
const PAGE = /^\/(?:b\/[A-Za-z0-9]{1,40}(?:\/[a-z]{1,20})?|[sp]\/[A-Za-z0-9]{1,40})\/?$/

interface StaticFile {
  readonly plain: Buffer
  readonly gzip: Buffer | null
  readonly brotli: Buffer | null
}

/** Serves the built page. Only names that were there at the start are looked up, so no path leads anywhere else. */
export function createStaticFiles(folder: string) {
  const paths = new Map(existsSync(folder) ? listFiles(folder).map((path) => [path, join(folder, path)]) : [])
  const files = new Map<string, Promise<StaticFile>>()

  function load(path: string, file: string): Promise<StaticFile> {
    const loading = files.get(path) ?? readPacked(file)
    files.set(path, loading)
    return loading
  }

  /** False when there is no such file. */
  return async (request: IncomingMessage, response: ServerResponse, pathname: string): Promise<boolean> => {
    const path = pathname === '/' || PAGE.test(pathname) ? '/index.html' : pathname
    const file = paths.get(path)
    if (file === undefined) return false
    const packed = await load(path, file)
    const { body, encoding } = choose(packed, request.headers['accept-encoding'] ?? '')
    response.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    response.setHeader('vary', 'accept-encoding')
    if (encoding) response.setHeader('content-encoding', encoding)
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}

function choose(file: StaticFile, accepted: string): { body: Buffer; encoding: string | null } {
  if (file.brotli && /\bbr\b/.test(accepted)) return { body: file.brotli, encoding: 'br' }
  if (file.gzip && /\bgzip\b/.test(accepted)) return { body: file.gzip, encoding: 'gzip' }
  return { body: file.plain, encoding: null }
}

async function readPacked(file: string): Promise<StaticFile> {
  const plain = await readFile(file)
  if (!PACKED.has(extname(file))) return { plain, gzip: null, brotli: null }
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(plain),
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  ])
  return { plain, gzip: gzipped, brotli }
}

function listFiles(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(folder, `${prefix}/${entry.name}`) : [`${prefix}/${entry.name}`],
  )
}
