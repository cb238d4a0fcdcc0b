import type { Language } from '../../model/text.ts'
import { withPackedTable } from './pack.ts'
import type { Press } from './press.ts'
import { bytesOfText } from './squeeze.ts'
import { writeTags } from './tags-write.ts'

export const LANGUAGE_TAG = { de: 'de-DE', en: 'en-GB' } as const

/** What a document says of itself. */
interface About {
  readonly title: string
  readonly organisation: string
  readonly workshop: string
  readonly keywords: string
  /** An ISO day. */
  readonly date: string
  readonly language: Language
}

export function describe({ doc }: Press, { title, organisation, workshop, keywords, date, language }: About): void {
  doc.setDocumentProperties({
    title: [title, organisation].filter((part) => part !== '').join(' – '),
    subject: workshop,
    author: organisation,
    keywords,
    creator: 'Auftakt',
  })
  doc.setLanguage(LANGUAGE_TAG[language])
  doc.viewerPreferences({ DisplayDocTitle: true })
  doc.setCreationDate(new Date(`${date}T00:00:00Z`))
  doc.setFileId('0'.repeat(32))
}

/** The bytes of a drawn document with its structure; `frame` is the language of the plan's own words, when the board's is another. */
export function finish(press: Press, frame: string | null): ArrayBuffer {
  const packed = writeTags(press.tags, frame)
  const pdf = press.doc.output()
  const bytes = bytesOfText(withPackedTable(pdf, packed()))
  // jsPDF writes 1.3 into the header and offers no public way to say what the file is.
  bytes.set(new TextEncoder().encode('%PDF-1.7'))
  return bytes.buffer
}
