import type { Dict, PdfFile, Value } from './pdf-file.ts'
import { dictOf, listOf, textOf } from './tag-checker.ts'

/** A place to write or to tick, as the file declares it; the box is in points. */
export interface WidgetField {
  readonly id: string
  readonly name: string
  readonly spoken: string
  readonly type: string
  readonly page: number
  readonly box: readonly number[]
  readonly dict: Dict
}

const PRINT = 4

/** The fields of a file in the order of its pages. */
export function fieldsOf(file: PdfFile): WidgetField[] {
  return file.pages.flatMap((page, at) =>
    listOf(page.dict['/Annots']).flatMap((reference) => {
      const dict = file.objects.get(String(reference))
      if (dict?.['/Subtype'] !== '/Widget') return []
      const [name, spoken, type] = [textOf(dict['/T']), textOf(dict['/TU']), String(dict['/FT'])]
      return [{ id: String(reference), name, spoken, type, page: at + 1, box: listOf(dict['/Rect']).map(Number), dict }]
    }),
  )
}

/** What is wrong with the fields for somebody who fills them in, with or without seeing them; nothing when all is well. */
export function fieldFaults(file: PdfFile): string[] {
  const fields = fieldsOf(file)
  if (fields.length === 0) return file.catalog['/AcroForm'] === undefined ? [] : ['a form without fields']
  const form = dictOf(file, file.catalog['/AcroForm'])
  if (!form) return ['fields without a form']
  const fonts = Object.keys(dictOf(file, dictOf(file, form['/DR'])?.['/Font']) ?? {})
  const declared = listOf(form['/Fields']).map(String)
  const faults = declared.length === fields.length ? [] : [`${fields.length} fields, ${declared.length} in the form`]
  // Viewers would paint over what the file shows.
  if (form['/NeedAppearances'] === true) faults.push('asks viewers to paint the fields anew')
  const names = new Set<string>()
  for (const field of fields) {
    const say = (fault: string): number => faults.push(`page ${field.page}, ${field.name}: ${fault}`)
    const { dict, box } = field
    if (!declared.includes(field.id)) say('is not in the form')
    if (!/^[\w-]+$/.test(field.name) || names.has(field.name)) say('has no name of its own')
    names.add(field.name)
    if (field.spoken.trim() === '' || /\p{Cc}/u.test(field.spoken)) say('has no spoken name')
    if (dict['/P'] !== file.pages[field.page - 1]?.id) say('names another page')
    if ((Number(dict['/F']) & PRINT) === 0) say('is not printed')
    const font = /^\/(\w+) /.exec(textOf(dict['/DA']))?.[1]
    if (font === undefined || !fonts.includes(`/${font}`)) say('has no font')
    faults.push(...lookFaults(file, field).map((fault) => `page ${field.page}, ${field.name}: ${fault}`))
    const [left = 0, bottom = 0, right = 0, top = 0] = box
    const [, , width = 0, height = 0] = listOf(file.pages[field.page - 1]?.dict['/MediaBox']).map(Number)
    if (left < 7 || bottom < 7 || right > width - 7 || top > height - 7) say('is not in its page')
    if (right - left < 8 || top - bottom < 8) say('is too small')
  }
  fields.forEach((field, at) => {
    for (const other of fields.slice(at + 1)) if (overlap(field, other)) faults.push(`${field.name} lies over ${other.name}`)
  })
  return faults
}

function lookFaults(file: PdfFile, { dict, type }: WidgetField): string[] {
  const normal = dictOf(file, dict['/AP'])?.['/N']
  const isLook = (value: Value | undefined): boolean => dictOf(file, value)?.['/Subtype'] === '/Form'
  if (type === '/Tx') return isLook(normal) ? [] : ['shows nothing']
  const states = dictOf(file, normal) ?? {}
  const sound = isLook(states['/Off']) && isLook(states['/Yes']) && dict['/AS'] === '/Off' && dict['/V'] === '/Off'
  return sound ? [] : ['shows no box']
}

function overlap(one: WidgetField, other: WidgetField): boolean {
  const [a, b] = [one.box, other.box]
  const wide = Math.min(a[2] ?? 0, b[2] ?? 0) - Math.max(a[0] ?? 0, b[0] ?? 0)
  const deep = Math.min(a[3] ?? 0, b[3] ?? 0) - Math.max(a[1] ?? 0, b[1] ?? 0)
  return one.page === other.page && wide > 0.1 && deep > 0.1
}
