const MOST_BYTES = 1024 * 1024
const MOST_PIXELS = 2000 * 2000
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export interface Logo {
  readonly format: 'PNG' | 'JPEG'
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** A logo by its bytes, whatever its name says: PNG or JPEG, one megabyte and four megapixels at most; null for anything else. */
export function readLogo(bytes: Uint8Array | undefined): Logo | null {
  if (!bytes || bytes.length > MOST_BYTES || bytes.length < 33) return null
  const size = pngSize(bytes) ?? jpegSize(bytes)
  if (!size || size.width < 1 || size.height < 1 || size.width * size.height > MOST_PIXELS) return null
  return { ...size, bytes }
}

type Size = Omit<Logo, 'bytes'>

// Eight bits a channel, not interlaced: what every program writes, and what can be read without surprises.
function pngSize(bytes: Uint8Array): Size | null {
  if (!PNG.every((byte, at) => bytes[at] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const isPlain = view.getUint32(12) === 0x49484452 && bytes[24] === 8 && bytes[28] === 0
  return isPlain ? { format: 'PNG', width: view.getUint32(16), height: view.getUint32(20) } : null
}

function jpegSize(bytes: Uint8Array): Size | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xc3
    if (isFrame) return { format: 'JPEG', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
