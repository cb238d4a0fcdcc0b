import { insideOf } from './inside.ts'
import { fieldBody, formBody, writeLooks, type Looks } from './fields-write.ts'
import { packObjects, type FileObject, type Packed } from './pack.ts'
import { pdfText, rest, type Element, type Jump, type Piece, type Spot, type Tags } from './tags.ts'

interface Ids {
  readonly element: Map<Element, number>
  readonly spot: Map<Spot, number>
  readonly page: Map<number, number>
}

/** Has the structure written with the document; returns where its objects went, once it is written. `frame` is the language of the plan's own words, when the board's is another. */
export function writeTags(tags: Tags, frame: string | null): () => Packed {
  const { events, write, newObjectDeferred } = insideOf(tags.doc)
  const ids: Ids = { element: new Map(), spot: new Map(), page: new Map() }
  const owners = ownersOfSpots(tags.root)
  const spots = [...owners.keys()]
  const fields = spots.filter((spot) => 'name' in spot)
  let packed: Packed = new Map()
  let rootId = 0
  let formId = 0
  rest(tags)
  events.subscribe('putPage', ({ pageNumber, objId }) => {
    ids.page.set(pageNumber, objId)
    write(`/StructParents ${pageNumber - 1} /Tabs /S`)
    const here = spots.filter((spot) => spot.page === pageNumber)
    for (const spot of here) ids.spot.set(spot, newObjectDeferred())
    if (here.length > 0) write(`/Annots [${here.map((spot) => `${ids.spot.get(spot)} 0 R`).join(' ')}]`)
  })
  events.subscribe('postPutAdditionalObjects', () => {
    const objects: FileObject[] = []
    rootId = newObjectDeferred()
    const treeId = newObjectDeferred()
    number(tags.root, ids, newObjectDeferred)
    objects.push({
      id: rootId,
      body: `<</Type /StructTreeRoot /K ${reference(ids, tags.root)} /ParentTree ${treeId} 0 R /ParentTreeNextKey ${ids.page.size + spots.length}>>`,
    })
    objects.push({ id: treeId, body: parentTree(tags, ids, owners) })
    const looks = writeLooks(tags.doc, fields)
    spots.forEach((spot, at) => {
      objects.push({ id: ids.spot.get(spot) ?? 0, body: annotation(spot, ids, ids.page.size + at, looks) })
    })
    if (fields.length > 0) {
      formId = newObjectDeferred()
      objects.push({ id: formId, body: formBody(fields.map((field) => ids.spot.get(field) ?? 0)) })
    }
    putElement(tags.root, `${rootId} 0 R`, ids, frame, objects)
    packed = packObjects(tags.doc, objects)
  })
  events.subscribe('putCatalog', () => {
    write(`/StructTreeRoot ${rootId} 0 R /MarkInfo <</Marked true>>`)
    if (formId > 0) write(`/AcroForm ${formId} 0 R`)
  })
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
  if ('box' in kid) return `<</Type /OBJR /Pg ${ids.page.get(kid.page)} 0 R /Obj ${ids.spot.get(kid)} 0 R>>`
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

function parentTree(tags: Tags, ids: Ids, owners: ReadonlyMap<Spot, Element>): string {
  const pages = [...ids.page.keys()].map((page) => {
    const pieces = tags.owners.get(page) ?? []
    return `${page - 1} [${pieces.map((owner) => reference(ids, owner)).join(' ')}]`
  })
  const spots = [...owners.values()].map((owner, at) => `${ids.page.size + at} ${reference(ids, owner)}`)
  return `<</Nums [${[...pages, ...spots].join('\n')}]>>`
}

function annotation(spot: Spot, ids: Ids, key: number, looks: Looks): string {
  const box = spot.box.map((side) => side.toFixed(2)).join(' ')
  const own = 'name' in spot ? fieldBody(spot, looks) : jumpBody(spot, ids)
  return `<</Type /Annot /F 4 /Rect [${box}] /StructParent ${key} /P ${ids.page.get(spot.page)} 0 R ${own}>>`
}

function jumpBody(jump: Jump, ids: Ids): string {
  const target = `/Dest [${ids.page.get(jump.target)} 0 R /XYZ null null null]`
  return `/Subtype /Link /Border [0 0 0] ${target} /Contents ${pdfText(jump.text)}`
}

/** Links and fields in reading order, each with the element that it belongs to. */
function ownersOfSpots(element: Element, found = new Map<Spot, Element>()): Map<Spot, Element> {
  for (const kid of element.kids) {
    if ('role' in kid) ownersOfSpots(kid, found)
    else if ('box' in kid) found.set(kid, element)
  }
  return found
}
