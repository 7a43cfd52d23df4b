/** One property: its code (MS-DOC 2.6) and the bytes of its operand. */
export type PropertyVisitor = (code: number, operand: Buffer) => void

const DEFINE_TABLE = 0xd608
const CHANGE_TABS = 0xc615
const fixedSizes = [1, 1, 2, 4, 2, 2, 0, 3]

/** Walks over a list of properties; a list cut short ends it. */
export function visitProperties(list: Buffer, visit: PropertyVisitor): void {
  for (let at = 0; at + 2 <= list.length; ) {
    const code = list.readUInt16LE(at)
    at += 2
    const fixed = fixedSizes[code >>> 13] ?? 0
    let size = fixed
    if (fixed === 0) {
      if (at + 2 > list.length) return
      const wide = code === DEFINE_TABLE
      size = wide ? list.readUInt16LE(at) - 1 : list.readUInt8(at)
      if (code === CHANGE_TABS && size === 255) return
      at += wide ? 2 : 1
    }
    if (size < 0 || at + size > list.length) return
    visit(code, list.subarray(at, at + size))
    at += size
  }
}

/** Properties of a stretch of the stream. */
export interface FiledProperties {
  readonly start: number
  readonly end: number
  /** Number of the paragraph style; 0 for characters. */
  readonly style: number
  readonly list: Buffer
}

const PAGE = 512

/** All stretches of the formatted disk pages that a table of pages lists, in the order of the stream. */
export function filedProperties(word: Buffer, pages: Buffer, kind: 'character' | 'paragraph'): FiledProperties[] {
  const count = Math.min(Math.floor((pages.length - 4) / 8), Math.ceil(word.length / PAGE))
  const filed: FiledProperties[] = []
  for (let index = 0; index < count; index += 1) {
    const start = (pages.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff) * PAGE
    if (start + PAGE > word.length) continue
    const page = word.subarray(start, start + PAGE)
    const inPage = kind === 'character' ? characterStretches(page) : paragraphStretches(page)
    for (const stretch of inPage) filed.push(stretch)
  }
  return filed.sort((a, b) => a.start - b.start)
}

function characterStretches(page: Buffer): FiledProperties[] {
  return stretches(page, 1).map(({ start, end, at }) => {
    const size = at === 0 ? 0 : page.readUInt8(at)
    return { start, end, style: 0, list: at === 0 ? page.subarray(0, 0) : page.subarray(at + 1, at + 1 + size) }
  })
}

function paragraphStretches(page: Buffer): FiledProperties[] {
  return stretches(page, 13).map(({ start, end, at }) => {
    if (at === 0) return { start, end, style: 0, list: page.subarray(0, 0) }
    const words = page.readUInt8(at)
    const from = words === 0 ? at + 2 : at + 1
    const size = words === 0 ? page.readUInt8(Math.min(at + 1, PAGE - 1)) * 2 : words * 2 - 1
    const all = page.subarray(from, from + size)
    return { start, end, style: all.length >= 2 ? all.readUInt16LE(0) : 0, list: all.subarray(2) }
  })
}

/** Where in the page (0: nowhere) the properties of each stretch stand; `width` bytes describe one. */
function stretches(page: Buffer, width: number): { start: number; end: number; at: number }[] {
  const count = page.readUInt8(PAGE - 1)
  if ((count + 1) * 4 + count * width > PAGE - 1) return []
  return Array.from({ length: count }, (_, index) => ({
    start: page.readUInt32LE(index * 4),
    end: page.readUInt32LE((index + 1) * 4),
    at: page.readUInt8((count + 1) * 4 + index * width) * 2,
  }))
}

/** The stretch that holds a place of the stream, by halving. */
export function propertiesAt(filed: readonly FiledProperties[], place: number): FiledProperties | undefined {
  let low = 0
  let high = filed.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const candidate = filed[middle]
    if (!candidate) return undefined
    if (place < candidate.start) high = middle - 1
    else if (place >= candidate.end) low = middle + 1
    else return candidate
  }
  return undefined
}
