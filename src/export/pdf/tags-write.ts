import { insideOf } from './inside.ts'
import { packObjects, type FileObject, type Packed } from './pack.ts'
import { pdfText, rest, type Element, type Jump, type Piece, type Tags } from './tags.ts'

interface Ids {
  readonly element: Map<Element, number>
  readonly jump: Map<Jump, number>
  readonly page: Map<number, number>
}

/** Has the structure written with the document; returns where its objects went, once it is written. `frame` is the language of the plan's own words, when the board's is another. */
export function writeTags(tags: Tags, frame: string | null): () => Packed {
  const { events, write, newObjectDeferred } = insideOf(tags.doc)
  const ids: Ids = { element: new Map(), jump: new Map(), page: new Map() }
  const jumps = jumpsIn(tags.root)
  let packed: Packed = new Map()
  let rootId = 0
  rest(tags)
  events.subscribe('putPage', ({ pageNumber, objId }) => {
    ids.page.set(pageNumber, objId)
    write(`/StructParents ${pageNumber - 1} /Tabs /S`)
    const here = jumps.filter((jump) => jump.page === pageNumber)
    for (const jump of here) ids.jump.set(jump, newObjectDeferred())
    if (here.length > 0) write(`/Annots [${here.map((jump) => `${ids.jump.get(jump)} 0 R`).join(' ')}]`)
  })
  events.subscribe('postPutAdditionalObjects', () => {
    const objects: FileObject[] = []
    rootId = newObjectDeferred()
    const treeId = newObjectDeferred()
    number(tags.root, ids, newObjectDeferred)
    objects.push({
      id: rootId,
      body: `<</Type /StructTreeRoot /K ${reference(ids, tags.root)} /ParentTree ${treeId} 0 R /ParentTreeNextKey ${ids.page.size + jumps.length}>>`,
    })
    objects.push({ id: treeId, body: parentTree(tags, ids, jumps) })
    for (const jump of jumps)
      objects.push({ id: ids.jump.get(jump) ?? 0, body: annotation(jump, ids, ids.page.size + jumps.indexOf(jump)) })
    putElement(tags.root, `${rootId} 0 R`, ids, frame, objects)
    packed = packObjects(tags.doc, objects)
  })
  events.subscribe('putCatalog', () => write(`/StructTreeRoot ${rootId} 0 R /MarkInfo <</Marked true>>`))
  return () => packed
}

function number(element: Element, ids: Ids, next: () => number): void {
  ids.element.set(element, next())
  for (const kid of element.kids) if ('role' in kid) number(kid, ids, next)
}

function reference(ids: Ids, element: Element): string {
  return `${ids.element.get(element) ?? 0} 0 R`
}

function putElement(element: Element, parent: string, ids: Ids, frame: string | null, objects: FileObject[]): void {
  const page = element.kids.find((kid): kid is Piece => 'id' in kid)?.page
  const kids = element.kids.map((kid) => kidOf(kid, page, ids))
  const parts = [
    `/S /${element.role} /P ${parent}`,
    page === undefined ? '' : `/Pg ${ids.page.get(page)} 0 R`,
    kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0]}` : `/K [${kids.join(' ')}]`,
    ...saidOf(element, frame),
  ]
  objects.push({ id: ids.element.get(element) ?? 0, body: `<<${parts.filter((part) => part !== '').join(' ')}>>` })
  for (const kid of element.kids) if ('role' in kid) putElement(kid, reference(ids, element), ids, frame, objects)
}

function kidOf(kid: Element['kids'][number], page: number | undefined, ids: Ids): string {
  if ('role' in kid) return reference(ids, kid)
  if ('target' in kid) return `<</Type /OBJR /Pg ${ids.page.get(kid.page)} 0 R /Obj ${ids.jump.get(kid)} 0 R>>`
  return kid.page === page ? String(kid.id) : `<</Type /MCR /Pg ${ids.page.get(kid.page)} 0 R /MCID ${kid.id}>>`
}

function saidOf({ said }: Element, frame: string | null): string[] {
  return [
    said.alt === undefined ? '' : `/Alt ${pdfText(said.alt)}`,
    said.scope === undefined ? '' : `/A <</O /Table /Scope /${said.scope}>>`,
    said.box === undefined ? '' : `/A <</O /Layout /BBox [${said.box.map((side) => side.toFixed(2)).join(' ')}]>>`,
    said.frame && frame !== null ? `/Lang (${frame})` : '',
  ]
}

function parentTree(tags: Tags, ids: Ids, jumps: readonly Jump[]): string {
  const pages = [...ids.page.keys()].map((page) => {
    const owners = tags.owners.get(page) ?? []
    return `${page - 1} [${owners.map((owner) => reference(ids, owner)).join(' ')}]`
  })
  const owner = ownersOfJumps(tags.root)
  const links = jumps.map((jump, at) => `${ids.page.size + at} ${reference(ids, owner.get(jump) ?? tags.root)}`)
  return `<</Nums [${[...pages, ...links].join('\n')}]>>`
}

function annotation(jump: Jump, ids: Ids, key: number): string {
  const box = jump.box.map((side) => side.toFixed(2)).join(' ')
  const target = `/Dest [${ids.page.get(jump.target)} 0 R /XYZ null null null]`
  return `<</Type /Annot /Subtype /Link /F 4 /Rect [${box}] /Border [0 0 0] ${target} /Contents ${pdfText(jump.text)} /StructParent ${key} /P ${ids.page.get(jump.page)} 0 R>>`
}

function jumpsIn(element: Element): Jump[] {
  return [...ownersOfJumps(element).keys()]
}

function ownersOfJumps(element: Element, found = new Map<Jump, Element>()): Map<Jump, Element> {
  for (const kid of element.kids) {
    if ('role' in kid) ownersOfJumps(kid, found)
    else if ('target' in kid) found.set(kid, element)
  }
  return found
}
