import { foldInPlace } from '../core/text/fold.ts'
import { readFields } from './fields/read-fields.ts'
import type { Outline } from './outline.ts'

/** What stands in front of the first numbered heading, folded. */
function topOf({ text, header, opening }: Outline): string {
  const end = Math.max(0, ...header.map((line) => line.end), ...opening.map(({ at }) => at.end))
  return foldInPlace(text.slice(0, end))
}

/** Whether a document addresses somebody: «Kính gửi: …», as letters and submissions do and plans do not. */
export const isAddressed = (outline: Outline): boolean => /^\s*kinh gui/m.test(topOf(outline))

/**
 * Whether a letter does what a plan does («công văn triển khai»): it goes on in numbered points and seeks exemplars by field. Letters that
 * send, ask or answer something do neither.
 */
export function carriesOut(outline: Outline): boolean {
  const points = outline.body.filter(({ mark }) => mark === 'number' || mark === 'roman')
  return points.length > 1 && readFields(outline).fields.length > 0
}
