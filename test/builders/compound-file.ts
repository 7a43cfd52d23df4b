const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff
const TABLE = 0xfffffffd
const SMALL = 4_096

/** An OLE compound file with these streams below the root; small ones are padded so that none needs the mini stream. */
export function aCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams)
  const contents = names.map((name) => padded(Buffer.from(streams[name] ?? []), SMALL))
  const directorySectors = Math.ceil((names.length + 1) / 4)
  const streamSectors = contents.map((content) => content.length / SECTOR)
  const used = directorySectors + streamSectors.reduce((sum, count) => sum + count, 0)
  const tableSectors = Math.ceil(used / (SECTOR / 4 - 1)) + 1

  const table: number[] = new Array(tableSectors).fill(TABLE)
  const chain = (count: number): number => {
    const first = table.length
    for (let index = 1; index <= count; index += 1) table.push(index === count ? END : first + index)
    return first
  }
  const directoryStart = chain(directorySectors)
  const starts = streamSectors.map(chain)
  while (table.length < (tableSectors * SECTOR) / 4) table.push(FREE)

  const entries = [
    entry('Root Entry', 5, END, 0, names.length > 0 ? 1 : FREE, FREE),
    ...names.map((name, index) => {
      const next = index + 1 < names.length ? index + 2 : FREE
      return entry(name, 2, starts[index] ?? END, contents[index]?.length ?? 0, FREE, next)
    }),
  ]
  const directory = padded(Buffer.concat(entries), directorySectors * SECTOR)
  return new Uint8Array(Buffer.concat([header(tableSectors, directoryStart), words(table), directory, ...contents]))
}

function header(tableSectors: number, directoryStart: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0xff)
  bytes.fill(0, 8, 76)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(tableSectors, 44)
  bytes.writeUInt32LE(directoryStart, 48)
  bytes.writeUInt32LE(SMALL, 56)
  bytes.writeUInt32LE(END, 60)
  bytes.writeUInt32LE(END, 68)
  for (let index = 0; index < tableSectors; index += 1) bytes.writeUInt32LE(index, 76 + index * 4)
  return bytes
}

function entry(name: string, type: number, start: number, size: number, child: number, right: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 0, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes.writeUInt8(type, 66)
  bytes.writeUInt8(1, 67)
  bytes.writeUInt32LE(FREE, 68)
  bytes.writeUInt32LE(right, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}

function padded(content: Buffer, least: number): Buffer {
  const size = Math.max(least, Math.ceil(content.length / SECTOR) * SECTOR)
  return Buffer.concat([content, Buffer.alloc(size - content.length)])
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}
