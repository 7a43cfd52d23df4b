import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { checkSize } from '../check-size.ts'
import type { ReadingLimits } from '../limits.ts'
import { refusedTexts } from '../texts.ts'
import { Unreadable } from '../unreadable.ts'

const STORED = 0
const DEFLATED = 8

/**
 * A packed document (docx, odt) in memory. Nothing is ever written to disk, so names are only keys: `\` counts as `/`, case and a
 * leading `/` do not count. What is unpacked is measured while it is unpacked, not by what the archive says of itself.
 */
export class Archive {
  private readonly bytes: Buffer
  private readonly zip: ZipFile
  private readonly entries: ReadonlyMap<string, Entry>
  private readonly limits: ReadingLimits
  private unpacked = 0

  private constructor(bytes: Buffer, zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ReadingLimits) {
    this.bytes = bytes
    this.zip = zip
    this.entries = entries
    this.limits = limits
  }

  /** Throws `damaged` for what is no whole archive, `zip-bomb` for too many entries, `too-large` beyond `maxBytes`. */
  static async open(bytes: Uint8Array, limits: ReadingLimits): Promise<Archive> {
    checkSize(bytes, limits)
    const { maxEntries } = limits
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const entries = new Map<string, Entry>()
    try {
      const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
      if (zip.entryCount > maxEntries) throw new Unreadable('zip-bomb')
      for await (const entry of zip.eachEntry()) {
        const name = keyOf(new TextDecoder().decode(entry.fileNameRaw))
        if (!entries.has(name)) entries.set(name, entry)
        if (entries.size > maxEntries) throw new Unreadable('zip-bomb')
      }
      return new Archive(buffer, zip, entries, limits)
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('damaged', {}, error)
    }
  }

  names(): string[] {
    return [...this.entries.keys()]
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name))
  }

  /** The unpacked bytes of an entry, undefined when there is none of that name. */
  async read(name: string): Promise<Uint8Array | undefined> {
    const entry = this.entries.get(keyOf(name))
    if (!entry) return undefined
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw new Unreadable('encrypted')
    const unpacked = this.unpack(entry, await this.packedBytes(entry))
    this.unpacked += unpacked.length
    if (this.unpacked > this.limits.maxUnpackedBytes) throw new Unreadable('zip-bomb')
    return unpacked
  }

  private async packedBytes(entry: Entry): Promise<Buffer> {
    try {
      const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true })
      return this.bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    } catch (error) {
      throw new Unreadable('damaged', {}, error)
    }
  }

  private unpack(entry: Entry, packed: Buffer): Buffer {
    if (entry.compressionMethod === STORED) return packed
    if (entry.compressionMethod !== DEFLATED) throw new Unreadable('unsupported', { found: refusedTexts.packing })
    const { maxRatio, freeUnpackedBytes, maxUnpackedBytes } = this.limits
    const byRatio = Math.max(freeUnpackedBytes, packed.length * maxRatio)
    const maxOutputLength = Math.max(1, Math.min(byRatio, maxUnpackedBytes - this.unpacked))
    try {
      return inflateRawSync(packed, { maxOutputLength })
    } catch (error) {
      const bomb = error instanceof RangeError
      throw new Unreadable(bomb ? 'zip-bomb' : 'damaged', {}, error)
    }
  }
}

function keyOf(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase()
}
