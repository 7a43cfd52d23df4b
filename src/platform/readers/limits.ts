/** How far a reader may go with one file; a reader that would go further throws `Unreadable`. Sizes in bytes, time in milliseconds. */
export interface ReadingLimits {
  /** The file as it was given. */
  readonly maxBytes: number
  /** Everything that a packed file (docx, odt) unpacks to, counted while unpacking, whatever the file says of itself. */
  readonly maxUnpackedBytes: number
  /** Unpacked size over packed size of one entry; counted only above `freeUnpackedBytes`. */
  readonly maxRatio: number
  /** An entry below this size is never called a bomb: a page of spaces packs very well. */
  readonly freeUnpackedBytes: number
  readonly maxEntries: number
  /** Elements inside elements, groups inside groups. */
  readonly maxXmlDepth: number
  /** Elements, groups and runs of one document. */
  readonly maxNodes: number
  /** UTF-16 units of the text that comes out. */
  readonly maxCharacters: number
  readonly maxPages: number
  /** Width times height of one picture. */
  readonly maxPixels: number
  /** Beyond this the process that reads is stopped. */
  readonly maxMilliseconds: number
  /** Time for one page: from one sign of progress to the next. */
  readonly maxPageMilliseconds: number
  /** Beyond this the process that reads is stopped. */
  readonly maxMemoryBytes: number
}

const MIB = 1024 * 1024

export const defaultLimits: ReadingLimits = {
  maxBytes: 100 * MIB,
  maxUnpackedBytes: 200 * MIB,
  maxRatio: 200,
  freeUnpackedBytes: 4 * MIB,
  maxEntries: 5_000,
  maxXmlDepth: 256,
  maxNodes: 3_000_000,
  maxCharacters: 5_000_000,
  maxPages: 200,
  maxPixels: 100_000_000,
  maxMilliseconds: 20 * 60_000,
  maxPageMilliseconds: 2 * 60_000,
  maxMemoryBytes: 1_024 * MIB,
}
