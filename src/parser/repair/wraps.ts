import { fold, isCapitals, startsSmall } from '../../core/text/fold.ts'
import { type FoundMark, findMark } from '../outline/marks.ts'
import { dashGoesOn } from './dash-in-name.ts'
import type { Line } from './lines.ts'
import { beginsSentence, DIGITAL, isHeadline, opensParagraph, TERMINAL } from './paragraph-starts.ts'

/** How the lines of a document run: `width` is the usual length of a full line of print, null where a line is a paragraph. */
export interface Setting {
  readonly width: number | null
  /** Whether empty lines stand between paragraphs: between some, or between all of them, so that lines without one belong together. */
  readonly spaced: 'no' | 'often' | 'always'
  /** A line that together with the next word would be longer than this is full. */
  readonly full: number
  /** Neighbouring words with capitals, as they stand within a line. */
  readonly names: ReadonlySet<string>
}

/** What the join needs to know about the paragraph so far: its first line, its last characters, its last line. */
export interface Before {
  readonly head: string
  readonly text: string
  readonly last: Line
}

/** Words behind which a figure at the head of the next line is no ordinal. */
const WANTS_FIGURE =
  /(?:^|\s)(?:số|sô|tháng|ngày|năm|quý|khoản|điểm|điều|mục|phần|chương|bảng|phụ lục|giai đoạn|khóa|khoá|lần thứ|thứ|từ|đến|và|hơn|gần|ít nhất|tối thiểu|khoảng|tăng|đạt|là|với|có|trong|qua|trên|dưới|mỗi|hằng|hàng|dịp|trước|sau|cấp|tuổi|trang|nhóm|lớp|tổ|khu|khu vực|khối|thôn|ấp|khóm|tổ dân phố|phường|quận|loại|hạng|đợt|lần)$/iu
/** These do not end a sentence at all. */
const NEEDS_FIGURE = /(?:^|\s)(?:số|sô|tháng|ngày|khoản|điểm|điều|lần thứ|từ|đến|ít nhất|tối thiểu)$/iu
const WANTS_MONTH = /(?:^|\s)(?:tháng|ngày|khoản|lần thứ|từ|đến|ít nhất|tối thiểu)$/iu
/** A sentence does not end with these, so the next line goes on whatever its first letter is. */
const GOES_ON =
  /(?:^|\s)(?:và|của|các|trong|về|với|cho|theo|là|tại|đến|từ|do|những|một|được|để|trên|hoặc|vào|bằng|nhằm|khi|không|có|sẽ|đã|đang|bởi|như|giữa|cùng|mà|thuộc|ở|số|đối với|thông qua|căn cứ|kèm theo|tại|gồm|nhất là)$/iu
/** «Chương I», «PHẦN THỨ NHẤT» alone on a line: the name stands on the next one. */
const BARE_HEAD = /^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:(?:THỨ|thứ)\s+\p{L}+|[IVXivx\d]+)\s*[.:]?$/u

function unclosed(text: string): boolean {
  const tail = text.slice(-700)
  const quotes = (tail.match(/[“«]/g)?.length ?? 0) - (tail.match(/[”»]/g)?.length ?? 0)
  const brackets = (tail.match(/\(/g)?.length ?? 0) - (tail.match(/(?<!^\w{1,2})\)/g)?.length ?? 0)
  return quotes > 0 || brackets > 0
}

/** Whether the first word of the next line would not have fitted on the line before. */
function isFull(last: Line, next: string, full: number): boolean {
  return reach(last, next) >= full
}

/** How long the line would be with the first word of the next one. */
function reach(last: Line, next: string): number {
  return last.text.length + last.indent * 0.5 + 1 + (next.split(/\s/, 1)[0]?.length ?? 0)
}

/** How a marked line goes on with the sentence before: a figure that the sentence asked for, a dash in the middle of a name. */
function joinsMarked(before: Before, next: Line, full: boolean, setting: Setting): boolean {
  const wrapped = full || (setting.width === null && before.last.text.length > 50)
  const mark = findMark(next.text)
  if (!mark) return false
  const rest = next.text.slice(mark.length)
  if (mark.mark === 'dash') return dashGoesOn(before.text, rest, full, unclosed(before.text))
  if (TERMINAL.test(before.text) || /[;:]$/.test(before.text)) return false
  if (mark.mark === 'number' || mark.mark === 'decimal' || mark.mark === 'roman') {
    if (isCapitals(before.text) || (countsOn(before.head, mark) && !WANTS_MONTH.test(before.text))) return false
    const asks = DIGITAL.test(before.text) ? false : before.text.length > 60 && NEEDS_FIGURE.test(before.text)
    return asks || (wrapped && !DIGITAL.test(before.text) && WANTS_FIGURE.test(before.text))
  }
  if (mark.mark === 'section' || mark.mark === 'article') return full && !next.newPage && next.blanks === 0
  if (mark.mark === 'bracket') return full || GOES_ON.test(before.text)
  return false
}

/** «3. … chuyển đổi số» / «3.1. …»: the figure is the next in the count, so the word in front of it asked for none. */
function countsOn(before: string, next: FoundMark): boolean {
  const last = findMark(before)?.ordinal
  if (!last || !next.ordinal) return false
  const parts = last.split('.')
  const following = [...parts.slice(0, -1), String(Number(parts.at(-1)) + 1)].join('.')
  return next.ordinal === `${last}.1` || next.ordinal === following
}

/** «… tỉnh Tân» / «An về việc …»: the two words stand side by side elsewhere; or a bullet that breaks off without any sign. */
function goesOnInName(before: Before, next: Line, setting: Setting): boolean {
  if (setting.width === null || next.blanks > 0 || isCapitals(before.last.text)) return false
  const pair = `${before.text.split(' ').at(-1)} ${next.text.split(/[\s,.;:)]/, 1)[0]}`
  if (setting.names.has(pair)) return true
  const bullet = findMark(before.head)
  return bullet?.ordinal === null && before.text.length > 45 && before.last.text.length > setting.width * 0.65
}

/** A sentence of an item that is as good as full and ends with a small word: a heading would be shorter. */
function breaksOff({ head, text, last }: Before, next: Line, { width }: Setting): boolean {
  if (width === null || next.blanks > 0 || next.newPage || findMark(head) === null) return false
  return text.length > 70 && last.text.length > width * 0.85 && /(?:^|\s)\p{Ll}+$/u.test(text)
}

/** «“3.1. Điển hình …» / «Là nông dân …»: the quote holds the paragraphs of a new wording, not one sentence. */
function opensWording({ head, text }: Before, next: Line): boolean {
  return /^[“"]\s?[\da-zđ]{1,4}[.)\d-]/.test(head) && beginsSentence(text, next.text)
}

/** «15/3/2026: Hạn đăng ký.» below a heading in capitals or a finished sentence */
const DATED = /^(?:\d{1,2}\/)?\d{1,2}\/(?:19|20)\d\d\s?[:–-]\s/

/** «II. NỘI DUNG»: a heading that is whole; a short line in capitals below it is another one. */
const WHOLE_HEAD =
  /^(?:[ivx]{1,4}|\d{1,2}|[a-h])\s?[.)]\s*(?:cac )?(?:noi dung|nhiem vu|noi dung thuc hien|noi dung cu the|linh vuc|phong trao)\s*[.:]?$/

/** … unless its words go on with the heading. */
const OF_HEAD =
  /^(?:va|cua|trong|tren|theo|cho|ve|nam|giai doan|trong tam|chu yeu|cu the|thuc hien|trien khai|thi dua|xay dung dien hinh)(?![a-z])|dien hinh|thi dua|ke hoach|guong/

function joinsPlain(before: Before, next: Line, full: boolean, setting: Setting): boolean {
  if (BARE_HEAD.test(before.text)) return before.text.length < 20 && next.text.length < 140
  const ended = TERMINAL.test(before.text)
  const paused = /[;:]["”’]?$/.test(before.text)
  const apart = next.blanks > 0 || next.newPage
  if (
    /\.\s?\/\s?\.?$/.test(before.text) ||
    opensParagraph(before.head, before.text, next.text) ||
    opensWording(before, next)
  )
    return false
  if (isCapitals(next.text) && isCapitals(before.last.text) && next.text.length < 120)
    return (!apart || full) && (full || !WHOLE_HEAD.test(fold(before.text)) || OF_HEAD.test(fold(next.text)))
  if (DATED.test(next.text) && (ended || paused || isCapitals(before.text))) return false
  if (startsSmall(next.text) || /^[\d%]/.test(next.text)) {
    if (ended) return !apart && (full || setting.spaced === 'always')
    if (paused) return !apart && (full || setting.width !== null)
    return true
  }
  if (/^[,.;:)”]/.test(next.text)) return !ended
  if (/^\((?!(?:Ban hành )?[Kk]èm theo)/u.test(next.text) && !ended && !paused && next.blanks === 0) return true
  if (
    isCapitals(before.last.text) !== isCapitals(next.text) &&
    isCapitals(before.last.text) &&
    before.last.text.length > 8
  )
    return false
  if (!ended && !paused && ((GOES_ON.test(before.text) && !DIGITAL.test(before.text)) || /[,–-]$/.test(before.text)))
    return true
  if (/[\p{Ll},;] ?(?:phối hợp|chủ trì|phụ trách|đầu mối)\s*:$/u.test(before.text) && full && !apart) return true
  if (unclosed(before.text) && !ended && (full || /^[^“(]{0,200}[”)]/.test(next.text))) return true
  if (!unclosed(before.text) && (isHeadline(next.text) || (!ended && beginsSentence(before.text, next.text))))
    return false
  if (!ended && !paused && (goesOnInName(before, next, setting) || breaksOff(before, next, setting))) return true
  if (setting.spaced === 'always' && !apart) return !ended || full
  if (setting.width === null || !full || apart) return !ended && !paused && full && apart && next.newPage
  return setting.spaced !== 'no' || (!ended && !paused)
}

/** The glue between two lines of one paragraph, or null where the next line begins a paragraph of its own. */
export function glueBetween(before: Before, next: Line, setting: Setting): '' | ' ' | null {
  if (before.text.endsWith('\u00AD')) return ''
  const full = setting.width !== null && isFull(before.last, next.text, setting.full)
  const marked = findMark(next.text) !== null
  if (/[\p{L}\d][-/]$/u.test(before.text) && /^[\p{L}\d]/u.test(next.text) && !/\s[-/]$/.test(before.text))
    return marked ? null : ''
  if (/[A-ZĐ\d]$/.test(before.text) && /^[-/][A-ZĐ]{2}/.test(next.text)) return ''
  if (marked ? joinsMarked(before, next, full, setting) : joinsPlain(before, next, full, setting)) return ' '
  return null
}

const UNFINISHED =
  /^(?:(?:t[\s/.]*m[\s.]*)?(?:uy ban|uy ban nhan|hoi dong|hoi dong nhan|ban chap|ban thuong|ban chi|lien doan|lien doan lao|mat tran|mat tran to|ban)|cong hoa|cong hoa xa|cong hoa xa hoi|cong hoa xa hoi chu|cong hoa xa hoi chu nghia|cong hoa xa hoi chu nghia viet|dang cong|dang cong san|doc lap|doc lap - tu do|doc lap - tu do -|thu tuong|thanh pho|so|so:)$/
const PLACE = /^(?:Thành phố|TP|Tỉnh|Xã|Phường|Huyện|Quận|Thị trấn|Thị xã|Đặc khu)(?=[\s.])[^,\d]*$/u

/** In the narrow columns of header and closing a line goes on where a name or a date is not at its end. */
export function headGlue(before: string, next: Line): ' ' | null {
  if (next.newPage || next.blanks > 1) return null
  if (UNFINISHED.test(fold(before)) && isCapitals(before) === isCapitals(next.text)) return ' '
  if (/ngày\s*\d{0,2}$|ngày.{1,8}tháng\s*\d{0,2}$/u.test(before) && /^(?:\d|tháng|năm)/u.test(next.text)) return ' '
  return PLACE.test(before) && /^[\p{L}\s.]{1,25},\s*ngày/u.test(next.text) ? ' ' : null
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Measures the lines of the body: print is wrapped where almost no line is longer than a line of print can be. */
export function measureSetting(lines: readonly Line[], kind: 'paragraphs' | 'wrapped'): Setting {
  const running = lines.filter(({ kind, cell }) => kind === 'text' && cell === null)
  const lengths = running.map(({ text }) => text.length).filter((length) => length > 25)
  if (lengths.length < 6) return { width: null, spaced: 'no', full: Number.POSITIVE_INFINITY, names: new Set() }
  const long = percentile(lengths, 0.95)
  const small = running.filter(({ text }) => startsSmall(text)).length / running.length
  const limit = kind === 'wrapped' ? 170 : 130
  const wrapped = long <= limit && (kind === 'wrapped' ? small > 0.08 : small > 0.25)
  return {
    width: wrapped ? percentile(lengths, 0.9) : null,
    spaced: spacing(running),
    full: fullness(running, percentile(lengths, 0.9)),
    names: namePairs(running),
  }
}

/** Lines that certainly go on (the next begins with a small letter) show how full a line is when it is broken. */
function fullness(lines: readonly Line[], width: number): number {
  const reaches = lines.flatMap((line, i) => {
    const next = lines[i + 1]
    const goesOn =
      next &&
      next.blanks === 0 &&
      !next.newPage &&
      startsSmall(next.text) &&
      !findMark(next.text) &&
      !/[.;:!?]$/.test(line.text)
    return goesOn ? [reach(line, next.text)] : []
  })
  return reaches.length < 12 ? width * 0.93 : Math.max(width * 0.75, percentile(reaches, 0.03))
}

function namePairs(lines: readonly Line[]): Set<string> {
  const pairs = new Set<string>()
  for (const { text } of lines) {
    for (const match of text.matchAll(/(?<![\p{L}])\p{Lu}\p{Ll}+(?= (\p{Lu}\p{Ll}+))/gu))
      pairs.add(`${match[0]} ${match[1]}`)
  }
  return pairs
}

/** Marked lines begin a paragraph, so what stands in front of them tells how paragraphs are parted. */
function spacing(running: readonly Line[]): Setting['spaced'] {
  const marked = running.filter(({ text }) => findMark(text) !== null)
  const share = marked.filter(({ blanks, newPage }) => blanks > 0 || newPage).length / Math.max(1, marked.length)
  if (marked.length >= 8 && share > 0.9 && running.length > marked.length * 1.5) return 'always'
  const spaces = running.filter(({ blanks }) => blanks > 0).length / Math.max(1, running.length)
  return spaces > 0.12 && spaces < 0.7 ? 'often' : 'no'
}
