import { zlibSync } from 'fflate'
import { jsPDF } from 'jspdf'

const CHUNK = 8192

/** Has jsPDF pack its streams here: it would glue the packed bytes together one by one, which takes longer than packing them. */
export function packStreamsHere(): void {
  const api = jsPDF.API as unknown as Record<string, unknown>
  api['processDataByFilters'] = (data: string, filters: readonly string[]) =>
    filters.includes('FlateEncode') ? { data: squeeze(data), reverseChain: '/FlateDecode ' } : { data, reverseChain: '' }
}

/** Bytes as a text of one letter each, packed. */
export function squeeze(data: string): string {
  return textOfBytes(zlibSync(bytesOfText(data)))
}

export function textOfBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK))
  return text
}

export function bytesOfText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}
