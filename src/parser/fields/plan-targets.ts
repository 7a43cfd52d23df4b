import type { Span } from '../../core/text/source.ts'
import type { Target } from '../contract.ts'
import type { Sourced } from '../read.ts'
import { handsOutWork } from './context.ts'
import { partOf } from './field-parts.ts'
import type { Line } from './lines.ts'
import { sentencesOf } from './sentences.ts'
import { setsTarget, targetsIn } from './targets.ts'

const LEAST = /it nhat|toi thieu|khong duoi|khong it hon|tro len|phan dau|chi tieu|so luong/

const AIMS = /^(?:muc tieu|muc dich|yeu cau|chi tieu)(?![a-z])/

function underCounting(line: Line): boolean {
  return line.above.some((above) => partOf(above.body)?.part === 'targets')
}

/**
 * Numbers of exemplars that belong to the whole plan: they stand in its aims or under a heading of their own, outside the fields and
 * outside the section on who does what. `used` are the passages of the fields.
 */
export function planTargetsIn(lines: readonly Line[], used: readonly Span[]): Sourced<Target>[] {
  const inField = ({ body }: Line) => used.some(({ start, end }) => body.start >= start && body.start < end)
  return lines
    .filter((line) => !inField(line) && ![line, ...line.above].some(({ body }) => handsOutWork(body.folded)))
    .flatMap((line) => {
      const part = partOf(line.body)
      const aims = line.above.some(({ body }) => AIMS.test(body.folded))
      const counting = part?.part === 'targets' || underCounting(line)
      return sentencesOf(part?.part === 'targets' ? part.rest : line.body)
        .filter((sentence) => counting || ((aims || setsTarget(sentence)) && LEAST.test(sentence.folded)))
        .flatMap((sentence) => targetsIn(sentence))
    })
}
