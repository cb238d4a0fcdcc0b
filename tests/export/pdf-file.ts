import { tool } from './print.ts'

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }
export type Dict = { [key: string]: Value }

/** A PDF as qpdf reads it: every object by its number, and the painting of each page. */
export interface PdfFile {
  readonly objects: Map<string, Dict>
  readonly catalog: Dict
  readonly pages: readonly { readonly id: string; readonly dict: Dict; readonly content: string }[]
}

interface Raw {
  readonly pages: readonly { readonly object: string; readonly contents: readonly string[] }[]
  readonly qpdf: readonly [
    unknown,
    Record<string, { readonly value?: Dict; readonly stream?: { readonly dict: Dict; readonly data?: string } }>,
  ]
}

/** Reads a file through qpdf, with its streams unpacked. */
export function readPdf(file: string): PdfFile {
  const raw = JSON.parse(
    tool('qpdf', '--json=2', '--json-key=pages', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', file),
  ) as Raw
  const entries = raw.qpdf[1]
  const objects = new Map<string, Dict>()
  for (const [key, entry] of Object.entries(entries)) {
    const id = key.replace(/^obj:/, '')
    if (entry.value) objects.set(id, entry.value)
    else if (entry.stream) objects.set(id, entry.stream.dict)
  }
  const streamOf = (id: string): string => Buffer.from(entries[`obj:${id}`]?.stream?.data ?? '', 'base64').toString('latin1')
  const pages = raw.pages.map((page) => ({
    id: page.object,
    dict: objects.get(page.object) ?? {},
    content: page.contents.map(streamOf).join('\n'),
  }))
  const trailer = entries['trailer']?.value ?? {}
  return { objects, catalog: objects.get(String(trailer['/Root'])) ?? {}, pages }
}

export interface Operation {
  readonly name: string
  readonly operands: readonly string[]
}

const TOKEN = /\((?:\\[^]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g
const OPERAND = /^(?:[-+.\d]|[/(<>[\]])/

/** The painting of a page, one operator after another. */
export function operationsOf(content: string): Operation[] {
  const operations: Operation[] = []
  let operands: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (OPERAND.test(token)) operands.push(token)
    else {
      operations.push({ name: token, operands })
      operands = []
    }
  }
  return operations
}
