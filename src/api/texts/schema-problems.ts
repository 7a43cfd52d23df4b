import type { z } from 'zod'
import { words } from '../../ui/lang.ts'

type Issue = z.core.$ZodRawIssue

type Kinds = Readonly<Record<string, string>>

/** What is wrong with one value of a request, and what is taken instead. */
export const schemaProblemTexts = words({
  vi: {
    kinds: {
      string: 'chuỗi ký tự',
      number: 'số',
      int: 'số nguyên',
      boolean: 'true hoặc false',
      array: 'danh sách',
      object: 'đối tượng JSON',
      date: 'ngày',
      null: 'null',
    } as Kinds,
    missing: (kind: string) => `Thiếu giá trị này. Hãy gửi kèm ${kind}.`,
    wrongKind: (kind: string) => `Sai kiểu. Hãy gửi ${kind}.`,
    short: (least: string) => `Ngắn quá. Cần ít nhất ${least} ký tự.`,
    long: (most: string) => `Dài quá. Nhiều nhất ${most} ký tự.`,
    few: (least: string) => `Ít quá. Cần ít nhất ${least} phần tử.`,
    many: (most: string) => `Nhiều quá. Nhiều nhất ${most} phần tử.`,
    small: (least: string) => `Nhỏ quá. Nhỏ nhất là ${least}.`,
    large: (most: string) => `Lớn quá. Lớn nhất là ${most}.`,
    day: () => 'Không phải một ngày có thật. Hãy viết năm-tháng-ngày, ví dụ 2026-03-10.',
    id: () => 'Không phải mã định danh (UUID). Hãy dùng mã lấy từ câu trả lời của API.',
    pattern: () => 'Không đúng dạng. Hãy xem dạng được nhận trong tài liệu API.',
    choice: (values: string) => `Chỉ nhận một trong: ${values}.`,
    union: () => 'Không khớp với dạng nào được nhận. Hãy xem các dạng trong tài liệu API.',
    other: () => 'Giá trị không được nhận. Hãy xem tài liệu API.',
  },
  en: {
    kinds: {
      string: 'a string',
      number: 'a number',
      int: 'a whole number',
      boolean: 'true or false',
      array: 'a list',
      object: 'a JSON object',
      date: 'a day',
      null: 'null',
    } as Kinds,
    missing: (kind: string) => `Missing. Send ${kind}.`,
    wrongKind: (kind: string) => `Of the wrong kind. Send ${kind}.`,
    short: (least: string) => `Too short. At least ${least} characters.`,
    long: (most: string) => `Too long. At most ${most} characters.`,
    few: (least: string) => `Too few. At least ${least}.`,
    many: (most: string) => `Too many. At most ${most}.`,
    small: (least: string) => `Too small. At least ${least}.`,
    large: (most: string) => `Too large. At most ${most}.`,
    day: () => 'Not a day that there is. Write year-month-day, such as 2026-03-10.',
    id: () => 'Not an identifier (UUID). Use one that the API has answered.',
    pattern: () => 'Not in the right form. The API page has it.',
    choice: (values: string) => `Only one of: ${values}.`,
    union: () => 'Fits none of the forms that are taken. The API page has them.',
    other: () => 'This value is not taken. See the API page.',
  },
})

type Words = (typeof schemaProblemTexts)['vi']

/** The sentence for an issue that a schema has raised. */
export function schemaSentence(issue: Issue, words: Words): string {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = words.kinds[issue.expected] ?? issue.expected
      return issue.input === undefined ? words.missing(kind) : words.wrongKind(kind)
    }
    case 'too_small':
      return bound(issue.origin, [words.short, words.few, words.small], String(issue.minimum))
    case 'too_big':
      return bound(issue.origin, [words.long, words.many, words.large], String(issue.maximum))
    case 'invalid_format':
      return issue.format === 'date' ? words.day() : issue.format === 'uuid' ? words.id() : words.pattern()
    case 'invalid_value':
      return words.choice(issue.values.map(String).join(', '))
    case 'invalid_union':
      return words.union()
    default:
      return words.other()
  }
}

type Sentence = (bound: string) => string

function bound(origin: string, [text, list, number]: readonly [Sentence, Sentence, Sentence], value: string): string {
  if (origin === 'string') return text(value)
  return origin === 'array' || origin === 'set' ? list(value) : number(value)
}
