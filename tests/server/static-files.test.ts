import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../helpers/start-test-server.ts'

const script = `console.log("${'wort '.repeat(500)}")`
let folder = ''
let server: TestServer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'auftakt-client-'))
  mkdirSync(join(folder, 'client', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'geheim')
  writeFileSync(join(folder, 'client', 'index.html'), '<!doctype html><title>Auftakt</title>')
  writeFileSync(join(folder, 'client', 'assets', 'index-abc.js'), script)
  writeFileSync(join(folder, 'client', 'assets', 'font-abc.woff2'), 'font')
  writeFileSync(join(folder, 'client', 'service-worker.js'), 'addEventListener')
  server = await startTestServer({ clientFolder: join(folder, 'client') })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Raw {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: Buffer
}

/** Without what fetch does to paths and packed answers. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: server.port, host: '127.0.0.1', path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

test.each([
  '/',
  '/b/abcdefghijklmnopqrstuv',
  '/b/abcdefghijklmnopqrstuv/',
  '/b/abcdefghijklmnopqrstuv/rehearsal',
  '/s/abcdefghijklmnopqrstuv',
  '/p/abcdefghijklmnopqrstuv',
  '/?lang=en',
])('%s is the page, never kept', async (path) => {
  const { status, headers, body } = await ask(path)
  expect(status).toBe(200)
  expect(body.toString()).toContain('Auftakt')
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

test('what has a hash in its name is kept for ever', async () => {
  const { headers, body } = await ask('/assets/index-abc.js')
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
  })
  expect(body.toString()).toBe(script)
  expect((await ask('/assets/font-abc.woff2')).headers['content-type']).toBe('font/woff2')
})

test('the service worker is asked for anew each time, and may speak to this server only', async () => {
  const { status, headers } = await ask('/service-worker.js')
  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' })
  expect(headers['content-security-policy']).toContain("connect-src 'self'")
})

test('scripts travel packed as the browser can take them', async () => {
  const brotli = await ask('/assets/index-abc.js', { 'accept-encoding': 'gzip, deflate, br' })
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
  expect(brotliDecompressSync(brotli.body).toString()).toBe(script)
  const gzip = await ask('/assets/index-abc.js', { 'accept-encoding': 'gzip' })
  expect(gunzipSync(gzip.body).toString()).toBe(script)
  expect(gzip.body.length).toBeLessThan(script.length / 5)
  expect((await ask('/assets/font-abc.woff2', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
})

test('HEAD has the headers and nothing else', async () => {
  const { status, headers, body } = await ask('/assets/index-abc.js', {}, 'HEAD')
  expect(status).toBe(200)
  expect(Number(headers['content-length'])).toBe(script.length)
  expect(body.length).toBe(0)
})

test.each([
  '/secret.txt',
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/assets\\..\\..\\secret.txt',
  '/assets/index-abc.js%00',
  '/assets/',
  '/assets/none.js',
  '/b/',
  '/s/',
  '/p/abcdefghijklmnopqrstuv/plan',
  '/b/..',
  '/b/abcdefghijklmnopqrstuv/../..',
  '/b/abcdefghijklmnopqrstuv/index.html',
  '//evil.example/',
  `/${'a'.repeat(4000)}`,
])('%s leads nowhere', async (path) => {
  const { status, body } = await ask(path)
  expect([status, body.toString()]).toEqual([404, '{"error":"not-found"}'])
})

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not answered', async (method) => {
  expect((await ask('/', {}, method)).status).toBe(405)
})
