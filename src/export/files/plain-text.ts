// What XML cannot hold and what turns the reading direction of the rest of a line: seen as nothing, it would lie about the text.
const UNSAFE = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu
const BREAKS = new Set(['\n', '\t'])

/** Text that every program takes: line breaks and tabs stay, every other control character becomes a visible sign. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(UNSAFE, (sign) => (BREAKS.has(sign) ? sign : '\uFFFD'))
}
