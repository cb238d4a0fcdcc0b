import { random } from '../helpers/random.ts'

const SIGNS: readonly string[] = [
  ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\t', '\r\n', '\v', '\f', '\u2028', '\ufeff', '\ufffe'],
  ['Kun\u00adden\u00adakte', '10\u00a0%', 'E\u2011Mail', 'Akte\u200bn', 'a\u2060b', '\u202eumgekehrt\u202c', '\u200fRLM'],
  ['Ku\u0308hlung', 'e\u0301te\u0301', 'A\u030angstro\u0308m', '\u1e9e', 'ﬁnden', 'Ⅷ', '½', '№'],
  ['🎯', '👩\u200d💻', '🇩🇪', '👍🏽', '☎\ufe0f', '\ud83c', '\udf00'],
  ['漢字', 'カタカナ', '한국어', 'ไทย', 'שלום', 'مرحبا', 'Ελλάδα', 'Київ', 'Zażółć', 'İstanbul'],
  [
    "=cmd|' /C calc'!A0",
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://example.org/?a=(1)',
  ],
  [
    '__proto__',
    'constructor',
    'toString',
    '{card}',
    '{{name}}',
    '$&',
    '%s',
    '${x}',
    '\\',
    '\\u0041',
    '\\)',
    ')',
    '(',
    '<<',
    '>>',
    '/Type',
    'endstream',
    'endobj',
    'EMC',
    'BT',
    '%%EOF',
    'xref',
  ],
  ['<img src=x onerror=alert(1)>', '&amp;', '<!--', ']]>', '"', "'", '`', ';--', '../../etc/passwd', 'C:\\nul'],
  [
    'x'.repeat(400),
    'Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller'.repeat(6),
    'a-'.repeat(150),
    '„'.repeat(40),
    '.'.repeat(200),
    ' '.repeat(60),
  ],
].flat()

/** Two hundred texts that have broken programs before. */
export const BARE: readonly string[] = bare()
/** The same, each between two words by which it is found again. */
export const HOSTILE: readonly string[] = BARE.map((text, at) => `Anfang${at} ${text} Schluss${at}`)

function bare(): string[] {
  const { pick, below } = random(200)
  return Array.from({ length: 200 }, (_, at) => {
    const own = SIGNS[at]
    const mixed = (): string => Array.from({ length: 2 + below(4) }, () => pick(SIGNS)).join(pick([' ', '', '\n']))
    return own ?? mixed()
  })
}
