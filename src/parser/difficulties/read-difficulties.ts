import { everyItem } from '../assignments/items.ts'
import type { Question } from '../contract.ts'
import { Passage } from '../fields/passage.ts'
import { sentencesOf } from '../fields/sentences.ts'
import { beginsUnit } from '../fields/unit-names.ts'
import type { Outline } from '../outline.ts'
import type { Reading } from '../read.ts'
import { CASE, TELL_BEFORE } from './case.ts'
import { addresseeAt, mayBeAddressee } from './find-address.ts'

const TELL =
  /(?<![a-z])(?:bao cao|bao(?= (?:(?:ngay |kip thoi )?(?:ve|cho|len|toi|den)|ngay) )|thong tin|phan anh|lien (?:he|lac)|gap(?= (?:truc tiep )?(?:dong chi|d\/c|ong|ba|anh|chi|co|thay) )|trao doi|lam viec(?= (?:truc tiep )?voi )|goi(?= (?:dien )?(?:ve|cho|den) )|goi dien|gui|de xuat|kien nghi|thong bao|phan hoi|de dat|xin y kien|co van ban|co y kien)(?![a-z])(?:[\s,]+(?:va|bang van ban|kip thoi|truc tiep|y kien|kien nghi|phan anh|bao cao|de xuat|nhanh|ngay|lai|bang|van ban|gui|thong tin|day du|cu the))*\s+(?:(?:ve|voi|cho|den|toi|qua|len|theo|de)\s+)*/g
function addressIn(passage: Passage): Passage | undefined {
  for (const match of passage.folded.matchAll(TELL)) {
    const rest = passage.sub(match.index + match[0].length)
    // «thông tin ngay để Phòng Nội vụ xử lý»
    if (!mayBeAddressee(rest) || (/(?<![a-z])de\s+$/.test(match[0]) && !beginsUnit(rest))) continue
    const address = addresseeAt(rest)
    if (address !== undefined) return address
  }
  return undefined
}

/** Whom the sentence tells to turn to when something stands in the way. */
function addressOf(sentence: Passage): Passage | undefined {
  const found = CASE.exec(sentence.folded)
  if (found === null) return undefined
  const behind = addressIn(sentence.sub(found.index + found[0].length))
  if (behind !== undefined) return behind
  return TELL_BEFORE.test(sentence.folded.slice(found.index)) ? addressIn(sentence.sub(0, found.index)) : undefined
}

/** The body to be told when something stands in the way, brackets kept; null where the plan names none. The last such sentence counts. */
export function readDifficulties(outline: Outline): Reading<string | null> {
  const page = Passage.of(outline.text)
  const found: Passage[] = []
  for (const { body } of everyItem(outline.body)) {
    for (const sentence of sentencesOf(page.at(body))) {
      const address = addressOf(sentence)
      if (address !== undefined) found.push(address)
    }
  }
  const last = found.at(-1)
  const others = found.filter((address) => address.folded !== last?.folded)
  const questions: Question[] =
    last === undefined || others.length === 0
      ? []
      : [
          {
            path: '/difficultiesTo',
            passage: { start: last.start, end: last.end },
            reason: 'Kế hoạch nêu nhiều nơi tiếp nhận vướng mắc.',
            candidates: [...new Set([...others, last].map(({ words }) => words))],
          },
        ]
  return { value: last === undefined ? null : last.said(), questions }
}
