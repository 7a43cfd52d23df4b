import { Unreadable } from '../unreadable.ts'

/** MS-CFB: sector numbers from here on mean «none», «end», «table». */
const LAST_SECTOR = 0xfffffffa
const END_OF_CHAIN = 0xfffffffe
const NO_STREAM = 0xffffffff
const ENTRY_SIZE = 128
const ROOT = 5
const STREAM = 2

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** An OLE compound file (MS-CFB): named streams made of chained sectors. Only the streams of the root are found. */
export class CompoundFile {
  private readonly bytes: Buffer
  private readonly sectorSize: number
  private readonly miniSize: number
  private readonly miniCutoff: number
  private readonly table: number[]
  private readonly miniTable: number[]
  private readonly entries: readonly Entry[]
  private readonly miniStream: Buffer

  /** Throws `damaged`. */
  constructor(given: Uint8Array) {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
    if (bytes.length < 512) throw new Unreadable('damaged')
    this.bytes = bytes
    const shift = bytes.readUInt16LE(30)
    const miniShift = bytes.readUInt16LE(32)
    if ((shift !== 9 && shift !== 12) || miniShift > 12) throw new Unreadable('damaged')
    this.sectorSize = 1 << shift
    this.miniSize = 1 << miniShift
    this.miniCutoff = bytes.readUInt32LE(56)
    this.table = this.readTable()
    this.miniTable = numbersOf(this.chain(bytes.readUInt32LE(60)))
    this.entries = readEntries(this.chain(bytes.readUInt32LE(48)))
    const root = this.entries[0]
    this.miniStream = root?.type === ROOT ? this.chain(root.start) : Buffer.alloc(0)
  }

  /** The bytes of a stream directly below the root, undefined when there is none of that name. */
  stream(name: string): Buffer | undefined {
    const entry = this.rootEntries().find((candidate) => candidate.name === name && candidate.type === STREAM)
    if (!entry) return undefined
    const whole = entry.size < this.miniCutoff ? this.miniChain(entry.start) : this.chain(entry.start)
    return whole.subarray(0, entry.size)
  }

  names(): string[] {
    return this.rootEntries().map(({ name }) => name)
  }

  /** The tree of siblings below the root, without trusting it to be a tree. */
  private rootEntries(): Entry[] {
    const found: Entry[] = []
    const seen = new Set<number>()
    const waiting = [this.entries[0]?.child ?? NO_STREAM]
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = this.entries[index]
      if (!entry || seen.has(index)) continue
      seen.add(index)
      found.push(entry)
      waiting.push(entry.left, entry.right)
    }
    return found
  }

  /** The allocation table: its first 109 sectors are named in the header, the others in a chain of lists. */
  private readTable(): number[] {
    const sectors: number[] = []
    for (let at = 76; at < 512; at += 4) sectors.push(this.bytes.readUInt32LE(at))
    const seen = new Set<number>()
    for (let next = this.bytes.readUInt32LE(68); next < LAST_SECTOR && !seen.has(next); ) {
      seen.add(next)
      const list = numbersOf(this.sector(next))
      next = list.pop() ?? END_OF_CHAIN
      for (const sector of list) sectors.push(sector)
    }
    const needed = Math.ceil((this.bytes.length / this.sectorSize) * (4 / this.sectorSize)) + 1
    const used = sectors.filter((sector) => sector < LAST_SECTOR).slice(0, needed)
    return used.flatMap((sector) => numbersOf(this.sector(sector)))
  }

  private sector(index: number): Buffer {
    const start = (index + 1) * this.sectorSize
    return this.bytes.subarray(Math.min(start, this.bytes.length), Math.min(start + this.sectorSize, this.bytes.length))
  }

  private chain(first: number): Buffer {
    return Buffer.concat(follow(first, this.table).map((index) => this.sector(index)))
  }

  private miniChain(first: number): Buffer {
    const size = this.miniSize
    return Buffer.concat(
      follow(first, this.miniTable).map((index) => this.miniStream.subarray(index * size, (index + 1) * size)),
    )
  }
}

/** Sector numbers of a chain; a chain that bites its tail is damage. */
function follow(first: number, table: readonly number[]): number[] {
  const chain: number[] = []
  for (let next = first; next < LAST_SECTOR; next = table[next] ?? END_OF_CHAIN) {
    chain.push(next)
    if (chain.length > table.length) throw new Unreadable('damaged')
  }
  return chain
}

function numbersOf(bytes: Buffer): number[] {
  const numbers: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at))
  return numbers
}

function readEntries(bytes: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    const nameLength = Math.min(64, bytes.readUInt16LE(at + 64))
    entries.push({
      name: bytes.toString('utf16le', at, at + Math.max(0, nameLength - 2)),
      type: bytes.readUInt8(at + 66),
      left: bytes.readUInt32LE(at + 68),
      right: bytes.readUInt32LE(at + 72),
      child: bytes.readUInt32LE(at + 76),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    })
  }
  return entries
}
