import { clip } from '../model/text.ts'

const LONGEST = 80
// What Windows, macOS or a shell would not take in a name.
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*`$'“”„‘’]+/gu
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A safe file name from a title: umlauts stay, spaces become hyphens, 80 characters at most, never empty or hidden. */
export function fileName(title: string, extension: string): string {
  const words = title.normalize('NFC').replaceAll(FORBIDDEN, ' ').trim().split(/\s+/u).join('-')
  const short = clip(words, LONGEST)
  const safe = short.replaceAll(/^[.-]+|[.-]+$/g, '')
  return `${safe === '' || RESERVED.test(safe) ? `auftakt-${safe}`.replace(/-$/, '') : safe}.${extension}`
}
