import { fold } from '../../core/text/fold.ts'

/**
 * Kinds of numbered documents and the short forms by which their symbols begin: NĐ 30/2020/NĐ-CP annex III, Law 80/2015/QH13 (legal
 * documents), Guidance 36-HD/VPTW (Party documents). The longer name stands before the shorter one that it contains.
 */
const KINDS: readonly (readonly [name: string, ...symbols: string[]])[] = [
  ['Chương trình hành động'],
  ['Chương trình phối hợp', 'CTrPH', 'CTPH'],
  ['Chương trình công tác'],
  ['Kế hoạch liên tịch', 'KHLT'],
  ['Kế hoạch liên ngành', 'KHLN'],
  ['Kế hoạch phối hợp', 'KHPH'],
  ['Kế hoạch hành động'],
  ['Hướng dẫn liên ngành', 'HDLN'],
  ['Hướng dẫn liên tịch', 'HDLT'],
  ['Thông tư liên tịch', 'TTLT'],
  ['Nghị quyết liên tịch', 'NQLT'],
  ['Văn bản hợp nhất', 'VBHN'],
  ['Thông báo kết luận', 'TBKL'],
  ['Bộ luật'],
  ['Pháp lệnh'],
  ['Kế hoạch', 'KH'],
  ['Chỉ thị', 'CT'],
  ['Nghị quyết', 'NQ'],
  ['Nghị định', 'ND'],
  ['Thông tư', 'TT'],
  ['Quyết định', 'QD'],
  ['Quy định', 'QYD', 'QDI'],
  ['Quy chế', 'QC'],
  ['Hướng dẫn', 'HD'],
  ['Công văn', 'CV'],
  ['Công điện', 'CD'],
  ['Chương trình', 'CTR', 'CTRINH'],
  ['Kết luận', 'KL'],
  ['Thông báo', 'TB'],
  ['Thông tri', 'TTRI'],
  ['Báo cáo', 'BC'],
  ['Tờ trình', 'TTR'],
  ['Đề án', 'DA'],
  ['Phương án', 'PA'],
  ['Biên bản', 'BB'],
  ['Lời kêu gọi'],
  ['Mệnh lệnh', 'ML'],
  ['Văn bản'],
  ['Luật'],
]

const named = new Map(KINDS.map(([name]) => [fold(name), name]))
const bySymbol = new Map(KINDS.flatMap(([name, ...symbols]) => symbols.map((symbol) => [symbol, name] as const)))

/** Alternation over the folded names, longest first. */
export const KIND_WORDS: string = KINDS.map(([name]) => fold(name).replace(/ /g, String.raw`\s{1,3}`)).join('|')

/** The kind for folded words such as «ke  hoach». */
export function kindNamed(words: string): string | undefined {
  return named.get(words.replace(/\s+/g, ' ').trim())
}

/**
 * The kind that a symbol tells: `KH-UBND` is a plan, `2022/QH15` a law. The symbol of an official letter begins with its sender and
 * tells none.
 */
export function kindBySymbol(symbol: string): string | undefined {
  const parts = fold(symbol).toUpperCase().split(/[/-]/)
  for (const part of parts) {
    const kind = bySymbol.get(part)
    if (kind !== undefined) return kind
  }
  return /^QH\d{1,2}$/.test(parts.at(-1) ?? '') ? 'Luật' : undefined
}
