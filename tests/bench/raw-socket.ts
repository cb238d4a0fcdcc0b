import { connect, type Socket } from 'node:net'

/**
 * A WebSocket client that does as little as possible: hundreds of them share one process and must not be what is measured.
 * It masks with key 0, so a frame is written as it was encoded, and it looks into messages only where somebody listens.
 */
export interface RawSocket {
  /** Writes a frame made by `toFrame`. */
  readonly send: (frame: Uint8Array) => void
  readonly frames: () => number
  readonly bytes: () => number
  /** Null while it is open, else the server's close code, or 0 without one. */
  readonly closeCode: () => number | null
  readonly close: () => void
}

export interface RawSocketOptions {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** The bytes are valid only during the call. */
  readonly onMessage?: ((message: Uint8Array, socket: RawSocket) => void) | undefined
}

const Opcode = { Binary: 2, Close: 8, Ping: 9, Pong: 10 } as const
/** libuv fills it and hands it on in one step, so all sockets share it. */
const CHUNK = Buffer.alloc(256 * 1024)

export function toFrame(payload: Uint8Array, opcode: number = Opcode.Binary): Buffer {
  const long = payload.length > 65_535 ? 10 : payload.length > 125 ? 4 : 2
  const frame = Buffer.alloc(long + 4 + payload.length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (long === 2 ? payload.length : long === 4 ? 126 : 127)
  if (long === 4) frame.writeUInt16BE(payload.length, 2)
  if (long === 10) frame.writeBigUInt64BE(BigInt(payload.length), 2)
  frame.set(payload, long + 4)
  return frame
}

export function openRawSocket({ port, path, headers = {}, onMessage }: RawSocketOptions): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    let frames = 0
    let closeCode: number | null = null
    let open = false
    let hello = ''
    const socket: Socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: CHUNK,
        callback: (count) => {
          receive(CHUNK.subarray(0, count))
          return true
        },
      },
    })
    const raw: RawSocket = {
      send: (frame) => void socket.write(frame),
      frames: () => frames,
      bytes: () => socket.bytesRead,
      closeCode: () => closeCode,
      close: () => socket.destroy(),
    }
    const read = createFrameReader((opcode, payload) => {
      if (opcode === Opcode.Ping) socket.write(toFrame(payload, Opcode.Pong))
      if (opcode === Opcode.Close) closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 0
      if (opcode !== Opcode.Binary) return
      frames += 1
      onMessage?.(payload, raw)
    })
    const receive = (chunk: Buffer): void => {
      if (open) return read(chunk)
      hello += chunk.toString('latin1')
      const end = hello.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!hello.startsWith('HTTP/1.1 101')) return void socket.destroy(new Error(hello.slice(0, end)))
      open = true
      resolve(raw)
      read(Buffer.from(hello.slice(end + 4), 'latin1'))
    }
    socket.on('error', reject)
    socket.on('close', () => {
      closeCode ??= 0
      reject(new Error('closed before it was open'))
    })
    const lines = {
      host: `127.0.0.1:${port}`,
      upgrade: 'websocket',
      connection: 'Upgrade',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...headers,
    }
    socket.write(
      `GET ${path} HTTP/1.1\r\n${Object.entries(lines)
        .map((line) => `${line.join(': ')}\r\n`)
        .join('')}\r\n`,
    )
  })
}

/** Cuts a stream of unmasked, unfragmented frames. A message over several chunks is put together once, when all of it is there. */
function createFrameReader(onFrame: (opcode: number, payload: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer[] = []
  let size = 0
  let wanted = 0
  return (chunk) => {
    let data = chunk
    if (size > 0) {
      waiting.push(Buffer.from(chunk))
      size += chunk.length
      if (size < wanted) return
      data = Buffer.concat(waiting, size)
      waiting = []
      size = 0
    }
    let at = 0
    while (at < data.length) {
      const left = data.length - at
      const short = left > 1 ? data[at + 1]! & 127 : 0
      const head = short === 127 ? 10 : short === 126 ? 4 : 2
      wanted = head
      if (left < head) break
      const length = short === 127 ? Number(data.readBigUInt64BE(at + 2)) : short === 126 ? data.readUInt16BE(at + 2) : short
      wanted = head + length
      if (left < wanted) break
      onFrame(data[at]! & 15, data.subarray(at + head, at + wanted))
      at += wanted
    }
    if (at === data.length) return
    waiting.push(Buffer.from(data.subarray(at)))
    size = data.length - at
  }
}
