import type { Figure } from '../../insight/plan-figures.ts'
import { fill } from '../../model/text.ts'
import type { Block } from './block.ts'
import { innerWidth, PAPER, PORTRAIT, STYLES, TEAL } from './look.ts'
import { drawBar, drawSurface } from './marks.ts'
import { drawLines, drawText, linesOf, widthOf } from './press.ts'
import type { Sheet } from './sheet.ts'

const TILE = { height: 22, gap: 3, padding: 3 }

/** Five numbers as tiles; a share has a bar under it. */
export function figuresBlock(sheet: Sheet): Block {
  const { press, plan, words } = sheet
  const count = Math.max(1, plan.figures.length)
  const width = (innerWidth(PORTRAIT) - (count - 1) * TILE.gap) / count
  return {
    height: TILE.height,
    draw: (y) => {
      plan.figures.forEach((figure, at) => {
        const x = PORTRAIT.left + at * (width + TILE.gap)
        drawSurface(press, PAPER, x, y, width, TILE.height, 1.6)
        const value = String(figure.value)
        const inner = x + TILE.padding
        drawText(press, value, inner, y + 1.6, STYLES.figure)
        if (figure.of !== null) {
          const total = fill(words.ofTotal, { n: figure.of })
          drawText(press, total, inner + widthOf(press, value, STYLES.figure) + 1.2, y + 5.5, STYLES.small)
        }
        const label = linesOf(press, labelOf(sheet, figure), STYLES.tiny, width - 2 * TILE.padding)
        drawLines(press, label, inner, y + 10.8, STYLES.tiny)
        if (figure.of)
          drawBar(press, inner, y + TILE.height - 2.6, width - 2 * TILE.padding, { share: figure.value / figure.of, track: 1 }, TEAL)
      })
    },
  }
}

function labelOf({ plan, words }: Sheet, figure: Figure): string {
  const urgent = plan.openPoints.find((group) => group.level === 'high')?.points.length ?? 0
  const label = words.figures[figure.id]
  return figure.id === 'gaps' && urgent > 0 ? `${label},\n${fill(words.urgent, { n: urgent })}` : label
}
