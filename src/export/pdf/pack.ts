import type { jsPDF } from 'jspdf'
import { insideOf } from './inside.ts'
import { squeeze } from './squeeze.ts'

const PER_STREAM = 500
const XREF = '\nxref\n'
const ENTRY = 20
const COLUMNS = 7
/** The sign of a row that is written as its difference from the row above. */
const UP = 2

export interface FileObject {
  readonly id: number
  readonly body: string
}

/** Where a packed object lies: in which stream, and at which place in it. */
export type Packed = ReadonlyMap<number, { readonly stream: number; readonly at: number }>

/** Writes small objects together and compressed: a structure tree is thousands of them. */
export function packObjects(doc: jsPDF, objects: readonly FileObject[]): Packed {
  const packed = new Map<number, { stream: number; at: number }>()
  for (let from = 0; from < objects.length; from += PER_STREAM) {
    const part = objects.slice(from, from + PER_STREAM)
    const stream = insideOf(doc).newObject()
    part.forEach(({ id }, at) => packed.set(id, { stream, at }))
    putObjects(doc, stream, part)
  }
  return packed
}

function putObjects(doc: jsPDF, stream: number, objects: readonly FileObject[]): void {
  const inside = insideOf(doc)
  let offset = 0
  const index = objects.map(({ id, body }) => {
    const entry = `${id} ${offset}`
    offset += body.length + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const additionalKeyValues = [
    { key: 'Type', value: '/ObjStm' },
    { key: 'N', value: objects.length },
    { key: 'First', value: head.length },
  ]
  const data = `${head}${objects.map(({ body }) => `${body}\n`).join('')}`
  inside.putStream({ data, filters: inside.getFilters(), objectId: stream, additionalKeyValues })
  inside.write('endobj')
}

/** The document with a table of objects that can name packed ones, which jsPDF's own cannot. */
export function withPackedTable(pdf: string, packed: Packed): string {
  const start = pdf.lastIndexOf(XREF) + 1
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(pdf.slice(start, start + 40)) ?? []
  const first = pdf.indexOf('\n', start + XREF.length - 1) + 1
  const size = Number(count)
  const trailer = pdf.slice(first + size * ENTRY)
  const keep = (key: string): string => new RegExp(`/${key} [^\n]+`).exec(trailer)?.[0] ?? ''
  const rows: Uint8Array[] = []
  for (let id = 0; id < size; id++) {
    const place = packed.get(id)
    if (place) rows.push(entryOf(2, place.stream, place.at))
    else if (id === 0) rows.push(entryOf(0, 0, 0xffff))
    else rows.push(entryOf(1, Number(pdf.slice(first + id * ENTRY, first + id * ENTRY + 10)), 0))
  }
  rows.push(entryOf(1, start, 0))
  const packedData = squeeze(differences(rows))
  const said = `/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns ${COLUMNS}>> /Length ${packedData.length}`
  const dict = `<</Type /XRef /Size ${size + 1} /W [1 4 2] ${keep('Root')} ${keep('Info')} ${keep('ID')} ${said}>>`
  return `${pdf.slice(0, start)}${size} 0 obj\n${dict}\nstream\n${packedData}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`
}

function entryOf(type: number, place: number, more: number): Uint8Array {
  return Uint8Array.of(type, place >>> 24, place >>> 16, place >>> 8, place, more >>> 8, more)
}

/** Each row as what it adds to the one above, which packs to a fifth. */
function differences(rows: readonly Uint8Array[]): string {
  const lines = rows.map((row, at) =>
    Uint8Array.from([UP, ...row], (byte, column) => (column === 0 ? UP : byte - (rows[at - 1]?.[column - 1] ?? 0))),
  )
  return lines.map((line) => String.fromCharCode(...line)).join('')
}
