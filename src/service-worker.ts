/** Written in front of this file by the build: the files of this version, by their paths. */
declare const PROGRAM: { readonly version: string; readonly files: readonly string[] }

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Event {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
declare function skipWaiting(): Promise<void>

/** The program itself and nothing else: no board, no answer of the server, no foreign address is ever kept here. */
const PREFIX = 'auftakt-program-'
const KEPT = `${PREFIX}${PROGRAM.version}`
const PAGE = '/'
/** A network that swallows everything looks like one that is slow. */
const PAGE_WITHIN_MS = 4000

addEventListener('install', (event) => (event as Lasting).waitUntil(keep()))
addEventListener('activate', (event) => (event as Lasting).waitUntil(forgetOlder()))
addEventListener('fetch', (event) => {
  const asked = event as Asked
  const { origin, pathname } = new URL(asked.request.url)
  if (asked.request.method !== 'GET' || origin !== location.origin) return
  if (asked.request.mode !== 'navigate') {
    if (PROGRAM.files.includes(pathname)) asked.respondWith(file(asked.request))
  } else if (pathname === PAGE || pathname.startsWith('/b/')) asked.respondWith(page(asked.request))
})

async function keep(): Promise<void> {
  await (await caches.open(KEPT)).addAll([PAGE, ...PROGRAM.files])
  // A page that is open has long loaded all of its own version.
  await skipWaiting()
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== KEPT).map((name) => caches.delete(name)))
}

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: KEPT })) ?? fetch(request)
}

/** The server's page comes first: the kept one may be older than the server. */
async function page(request: Request): Promise<Response> {
  const kept = await caches.match(PAGE, { cacheName: KEPT })
  if (!kept) return fetch(request)
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PAGE_WITHIN_MS) })
    return response.status < 500 ? response : kept
  } catch {
    return kept
  }
}
