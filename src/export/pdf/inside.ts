import type { jsPDF } from 'jspdf'

/** The part of jsPDF's inside that is used; no promised API, so the version is pinned and the tests read the file. */
export interface Inside {
  readonly events: { readonly subscribe: (event: string, done: (given: { pageNumber: number; objId: number }) => void) => void }
  readonly write: (...text: (string | number)[]) => void
  readonly newObject: () => number
  readonly newObjectDeferred: () => number
  readonly newObjectDeferredBegin: (id: number, head: boolean) => void
  readonly getFilters: () => string[]
  readonly putStream: (stream: {
    data: string
    filters: string[]
    objectId: number
    additionalKeyValues: { key: string; value: string | number }[]
  }) => void
}

export function insideOf(doc: jsPDF): Inside {
  return doc.internal as unknown as Inside
}
