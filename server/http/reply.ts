import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorCode } from '../../src/protocol/api.ts'

/** An answer that is not the wanted one; its code is put into words by the interface. */
export class HttpError extends Error {
  readonly status: number
  readonly code: ErrorCode
  readonly detail: string | undefined
  constructor(status: number, code: ErrorCode, detail?: string) {
    super(code)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

export const notFound = (): HttpError => new HttpError(404, 'not-found')

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
  response.end(response.req.method === 'HEAD' ? undefined : text)
}

export function sendError(response: ServerResponse, error: HttpError): void {
  if (error.status === 413) response.setHeader('connection', 'close')
  sendJson(response, error.status, { error: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) })
}

/**
 * The JSON of a request's body.
 * @throws HttpError when it is too long, packed, or not JSON
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '') || request.headers['content-encoding'] !== undefined) {
    throw new HttpError(415, 'invalid', 'content-type')
  }
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new HttpError(413, 'too-large')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) throw new HttpError(413, 'too-large')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new HttpError(400, 'invalid', 'json')
  }
}
