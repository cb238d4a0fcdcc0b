import type { jsPDF } from 'jspdf'
import { insideOf } from './inside.ts'
import { MUTED } from './look.ts'
import { pdfText, type Field } from './tags.ts'

/** What a field shows before a viewer changes it: the object that paints it, by what it paints. */
export type Looks = ReadonlyMap<string, number>

const RULE_POINTS = 0.5
const BOX_POINTS = 0.85
const TICK_POINTS = 1.7
const MULTILINE = 1 << 12
// Every viewer has it; what it lacks (Polish, Greek) viewers take from a font of their own. Size 0: a long text is set smaller, never cut.
const HELVETICA = '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>'
const DINGBATS = '<</Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats>>'
const TEXT_SETTING = '(/Helv 0 Tf 0 g)'
const TICK_SETTING = '(/ZaDb 0 Tf 0 g)'

/** Writes what fields show; alike fields share it. Streams cannot be packed as other objects are. */
export function writeLooks(doc: jsPDF, fields: readonly Field[]): Looks {
  const looks = new Map<string, number>()
  for (const field of fields) {
    for (const state of field.type === 'tick' ? (['off', 'on'] as const) : (['off'] as const)) {
      const key = lookKey(field, state)
      if (!looks.has(key)) looks.set(key, putLook(doc, field, state))
    }
  }
  return looks
}

/** What a field's annotation says beside its place. */
export function fieldBody(field: Field, looks: Looks): string {
  const off = `${looks.get(lookKey(field, 'off'))} 0 R`
  const common = `/Subtype /Widget /T ${pdfText(field.name)} /TU ${pdfText(field.spoken)} /MK <<>>`
  if (field.type === 'tick') {
    const on = `${looks.get(lookKey(field, 'on'))} 0 R`
    return `${common} /FT /Btn /DA ${TICK_SETTING} /V /Off /AS /Off /AP <</N <</Off ${off} /Yes ${on}>>>>`
  }
  return `${common} /FT /Tx /Ff ${field.type === 'lines' ? MULTILINE : 0} /DA ${TEXT_SETTING} /AP <</N ${off}>>`
}

/** The form that holds all fields of a document, by the numbers of their objects. */
export function formBody(ids: readonly number[]): string {
  const fields = ids.map((id) => `${id} 0 R`).join(' ')
  return `<</Fields [${fields}] /DR <</Font <</Helv ${HELVETICA} /ZaDb ${DINGBATS}>>>> /DA ${TEXT_SETTING}>>`
}

function lookKey(field: Field, state: 'off' | 'on'): string {
  const [width, height] = sizeOf(field)
  return [field.type, state, width, height, ...field.rules.map((rule) => rule.toFixed(2))].join(' ')
}

function sizeOf({ box: [left, bottom, right, top] }: Field): [string, string] {
  return [(right - left).toFixed(2), (top - bottom).toFixed(2)]
}

function putLook(doc: jsPDF, field: Field, state: 'off' | 'on'): number {
  const { newObject, putStream, getFilters, write } = insideOf(doc)
  const id = newObject()
  const [width, height] = sizeOf(field)
  const additionalKeyValues = [
    { key: 'Type', value: '/XObject' },
    { key: 'Subtype', value: '/Form' },
    { key: 'BBox', value: `[0 0 ${width} ${height}]` },
    { key: 'Resources', value: '<<>>' },
  ]
  const data = field.type === 'tick' ? tickOf(Number(width), Number(height), state) : rulesOf(Number(width), field.rules)
  putStream({ data, filters: getFilters(), objectId: id, additionalKeyValues })
  write('endobj')
  return id
}

// Between the marks stands what a viewer replaces with the typed text: the rules go when they are no longer needed.
function rulesOf(width: number, rules: readonly number[]): string {
  const lines = rules.map((rule) => `0 ${rule.toFixed(2)} m ${width} ${rule.toFixed(2)} l S`)
  return ['/Tx BMC', 'q', `${inkOf()} RG ${RULE_POINTS} w`, ...lines, 'Q', 'EMC'].join('\n')
}

function tickOf(width: number, height: number, state: 'off' | 'on'): string {
  const edge = BOX_POINTS / 2
  const box = `1 g ${inkOf()} RG ${BOX_POINTS} w ${edge} ${edge} ${(width - BOX_POINTS).toFixed(2)} ${(height - BOX_POINTS).toFixed(2)} re B`
  const point = (x: number, y: number): string => `${(width * x).toFixed(2)} ${(height * y).toFixed(2)}`
  const tick = `0 G ${TICK_POINTS} w 1 J 1 j ${point(0.22, 0.5)} m ${point(0.43, 0.26)} l ${point(0.8, 0.76)} l S`
  return ['q', box, ...(state === 'on' ? [tick] : []), 'Q'].join('\n')
}

function inkOf(): string {
  return MUTED.map((part) => (part / 255).toFixed(3)).join(' ')
}
