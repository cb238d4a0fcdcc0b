/** The binary frame of RFC 6455 around a message: unmasked, whole, not packed. */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([0x82, length])
  if (length < 65_536) return Buffer.from([0x82, 126, length >> 8, length & 0xff])
  const header = Buffer.alloc(10)
  header[0] = 0x82
  header[1] = 127
  header.writeUInt32BE(Math.floor(length / 2 ** 32), 2)
  header.writeUInt32BE(length % 2 ** 32, 6)
  return header
}

function encode(messages: readonly Uint8Array[]): Buffer {
  return Buffer.concat(messages.flatMap((message) => [headerOf(message.length), message]))
}

let lastCommon: readonly Uint8Array[] | null = null
let lastBytes: Buffer = Buffer.alloc(0)

/** The bytes of some messages, ready for a socket. A room hands the same `common` to everyone in a row: it is encoded once. */
export function frameBytes(common: readonly Uint8Array[], own: readonly Uint8Array[] = []): Buffer {
  if (common !== lastCommon) {
    lastBytes = encode(common)
    lastCommon = common
  }
  return own.length === 0 ? lastBytes : Buffer.concat([lastBytes, encode(own)])
}
