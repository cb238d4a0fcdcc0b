import { operationsOf, type Dict, type PdfFile, type Value } from './pdf-file.ts'

const PAINTS = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 's', 'S', 'sh', 'Do', 'EI'])
const KIDS: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI'],
  LI: ['LBody'],
}
const ROLES = new Set(['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'LBody', 'Figure', 'Link', 'Form', 'Sect'])
/** Elements that hold others and never text of their own. */
const GROUPS = new Set(['Document', 'Table', 'TR', 'L', 'LI'])

interface Node {
  readonly id: string
  readonly role: string
  readonly dict: Dict
  readonly parent: Node | null
  readonly kids: Node[]
  /** Page object and number of each piece of painting. */
  readonly pieces: { readonly page: string; readonly mcid: number }[]
  readonly annotations: string[]
}

/** What is wrong with the structure of a PDF for somebody who cannot see it; nothing when it is sound. Not a validator of PDF/UA. */
export function tagFaults(file: PdfFile): string[] {
  const faults: string[] = []
  const { catalog, objects } = file
  const root = dictOf(file, catalog['/StructTreeRoot'])
  if (!root) return ['no structure tree']
  if (dictOf(file, catalog['/MarkInfo'])?.['/Marked'] !== true) faults.push('not marked')
  if (typeof catalog['/Lang'] !== 'string') faults.push('no language')
  if (dictOf(file, catalog['/ViewerPreferences'])?.['/DisplayDocTitle'] !== true) faults.push('title is not shown')
  const owners = parentTree(file, root)
  const nodes: Node[] = []
  for (const kid of listOf(root['/K'])) readNode(file, kid, null, nodes)
  for (const node of nodes) faults.push(...nodeFaults(file, node))
  faults.push(...headingFaults(nodes))
  const owned = new Map(nodes.flatMap((node) => node.pieces.map((piece) => [`${piece.page} ${piece.mcid}`, node] as const)))
  file.pages.forEach((page, at) => {
    const where = `page ${at + 1}`
    if (page.dict['/Tabs'] !== '/S') faults.push(`${where}: no tab order`)
    const byMcid = listOf(owners.get(Number(page.dict['/StructParents'])))
    faults.push(
      ...contentFaults(page.content, where, (mcid) => {
        const node = owned.get(`${page.id} ${mcid}`)
        if (!node) return 'belongs to no element'
        return byMcid[mcid] === node.id ? null : 'is another element in the parent tree'
      }),
    )
    const count = (page.content.match(/\/MCID \d+/g) ?? []).length
    if (byMcid.length !== count) faults.push(`${where}: ${count} pieces, ${byMcid.length} in the parent tree`)
    for (const reference of listOf(page.dict['/Annots'])) {
      const annotation = objects.get(String(reference))
      const owner = owners.get(Number(annotation?.['/StructParent']))
      const isField = annotation?.['/Subtype'] === '/Widget'
      const what = isField ? 'a field' : 'a link'
      if (textOf(annotation?.[isField ? '/TU' : '/Contents']).trim() === '') faults.push(`${where}: ${what} without words`)
      const role = isField ? 'Form' : 'Link'
      if (!nodes.some((node) => node.id === owner && node.role === role && node.annotations.includes(String(reference))))
        faults.push(`${where}: ${what} outside the tree`)
    }
  })
  return faults
}

/** The texts of all figures, in reading order. */
export function altTexts(file: PdfFile): string[] {
  const nodes: Node[] = []
  for (const kid of listOf(dictOf(file, file.catalog['/StructTreeRoot'])?.['/K'])) readNode(file, kid, null, nodes)
  return nodes.flatMap((node) => (node.role === 'Figure' ? [textOf(node.dict['/Alt'])] : []))
}

function nodeFaults(file: PdfFile, node: Node): string[] {
  const faults: string[] = []
  const say = (fault: string): number => faults.push(`${node.role} ${node.id}: ${fault}`)
  if (!ROLES.has(node.role)) say('unknown role')
  if (GROUPS.has(node.role) && node.pieces.length > 0) say('text outside a paragraph')
  const allowed = KIDS[node.role]
  if (allowed) for (const kid of node.kids) if (!allowed.includes(kid.role)) say(`holds ${kid.role}`)
  if (!GROUPS.has(node.role) && node.kids.length === 0 && node.pieces.length + node.annotations.length === 0 && node.role !== 'TD')
    say('is empty')
  if (node.role === 'Figure' && textOf(node.dict['/Alt']).trim() === '') say('no Alt')
  const scope = dictOf(file, node.dict['/A'])?.['/Scope']
  if (node.role === 'TH' && scope !== '/Column' && scope !== '/Row') say('no Scope')
  if ((node.role === 'Link' || node.role === 'Form') && node.annotations.length !== 1) say('no area')
  if (node.role === 'Table') {
    const counts = new Set(node.kids.map((row) => row.kids.length))
    if (counts.size > 1) say('rows of different length')
    if (!node.kids[0]?.kids.every((cell) => cell.role === 'TH')) say('no head')
  }
  if (node.role === 'TR' && new Set(piecesIn(node).map((piece) => piece.page)).size > 1) say('is torn apart')
  return faults
}

function headingFaults(nodes: readonly Node[]): string[] {
  const levels = nodes.flatMap((node) => (/^H\d$/.test(node.role) ? [Number(node.role[1])] : []))
  if (levels[0] !== 1) return ['does not begin with H1']
  return levels.flatMap((level, at) => (level > (levels[at - 1] ?? 1) + 1 ? [`H${level} after H${levels[at - 1]}`] : []))
}

function contentFaults(content: string, where: string, faultOf: (mcid: number) => string | null): string[] {
  const faults: string[] = []
  const open: ('artifact' | 'piece' | 'span')[] = []
  const seen = new Set<number>()
  const begin = (operands: readonly string[]): void => {
    const at = operands.indexOf('/MCID')
    if (operands[0] === '/Artifact') open.push('artifact')
    else if (at < 0) open.push('span')
    else {
      const mcid = Number(operands[at + 1])
      if (open.some((kind) => kind !== 'span')) faults.push(`${where}: piece ${mcid} inside another`)
      if (seen.has(mcid)) faults.push(`${where}: piece ${mcid} twice`)
      const fault = faultOf(mcid)
      if (fault !== null) faults.push(`${where}: piece ${mcid} ${fault}`)
      seen.add(mcid)
      open.push('piece')
    }
  }
  for (const { name, operands } of operationsOf(content)) {
    if (name === 'BMC' || name === 'BDC') begin(operands)
    else if (name === 'EMC' && open.pop() === undefined) faults.push(`${where}: EMC without a beginning`)
    else if (PAINTS.has(name) && !open.some((kind) => kind !== 'span')) faults.push(`${where}: ${name} is in no element`)
  }
  if (open.length > 0) faults.push(`${where}: ${open.length} left open`)
  return faults
}

function readNode(file: PdfFile, value: Value, parent: Node | null, all: Node[]): void {
  const dict = dictOf(file, value)
  if (!dict) return
  const node: Node = { id: String(value), role: String(dict['/S']).slice(1), dict, parent, kids: [], pieces: [], annotations: [] }
  all.push(node)
  parent?.kids.push(node)
  for (const kid of listOf(dict['/K'])) {
    const entry = dictOf(file, kid)
    if (typeof kid === 'number') node.pieces.push({ page: String(dict['/Pg']), mcid: kid })
    else if (entry?.['/Type'] === '/MCR') node.pieces.push({ page: String(entry['/Pg']), mcid: Number(entry['/MCID']) })
    else if (entry?.['/Type'] === '/OBJR') node.annotations.push(String(entry['/Obj']))
    else readNode(file, kid, node, all)
  }
}

function piecesIn(node: Node): Node['pieces'] {
  return [...node.pieces, ...node.kids.flatMap(piecesIn)]
}

function parentTree(file: PdfFile, root: Dict): Map<number, Value> {
  const numbers = listOf(dictOf(file, root['/ParentTree'])?.['/Nums'])
  const tree = new Map<number, Value>()
  for (let at = 0; at < numbers.length; at += 2) tree.set(Number(numbers[at]), numbers[at + 1] ?? null)
  return tree
}

export function dictOf(file: PdfFile, value: Value | undefined): Dict | null {
  if (typeof value === 'string') return file.objects.get(value) ?? null
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Dict) : null
}

export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value.replace(/^u:/, '') : ''
}
