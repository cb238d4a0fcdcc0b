import { expect, test } from 'vitest'
import { inParts, pastedLines } from '../../src/model/pasted-list.ts'

test('a list loses its bullets, numbers and empty lines', () => {
  expect(pastedLines('• Geschäftsführung\r\n- Verkauf\n\n3. Hotline\n4) Technik\n  * Trainer ')).toEqual([
    'Geschäftsführung',
    'Verkauf',
    'Hotline',
    'Technik',
    'Trainer',
  ])
})

test('one line is no list, and a number inside a line stays', () => {
  expect(pastedLines('nur eine Zeile\n')).toEqual([])
  expect(pastedLines('24-Stunden-Dienst\n2027 beginnen')).toEqual(['24-Stunden-Dienst', '2027 beginnen'])
})

test('parts keep the order, lose nothing and stay under the size', () => {
  const lines = Array.from({ length: 500 }, (_, n) => 'x'.repeat((n * 37) % 900))
  const parts = inParts(lines, 20_000)
  expect(parts.flat()).toEqual(lines)
  for (const part of parts) expect(part.join('').length).toBeLessThanOrEqual(20_000)
})
