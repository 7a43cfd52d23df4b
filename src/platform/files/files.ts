import type { Readable } from 'node:stream'

export interface KeptFile {
  /** Where the file lies in the store; meaningless outside it. */
  readonly key: string
  readonly size: number
  /** Hexadecimal, lower case. */
  readonly sha256: string
}

/** Where uploaded documents lie. Keys are ids of ours, never names that people gave. */
export interface Files {
  /** Stores a stream without holding it in memory; throws Refusal `too-large` beyond `limit` bytes and keeps nothing. */
  keep(content: Readable, limit: number): Promise<KeptFile>
  read(key: string): Promise<Readable>
  /** Lends the file as a path on this computer, for readers that work on files; the path is void afterwards. */
  withLocalPath<T>(key: string, use: (path: string) => Promise<T>): Promise<T>
  /** Removing what is gone already is no error. */
  remove(key: string): Promise<void>
}
