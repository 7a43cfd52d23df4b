import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** Kept as it is instead of deflated; ODF wants it of `mimetype`. */
  readonly stored?: boolean
  /** What the archive claims instead of the true unpacked size. */
  readonly claimedSize?: number
  /** Sets the bit that says «encrypted». */
  readonly encrypted?: boolean
}

/** A zip archive, byte for byte the same for the same entries. */
export function aZipFile(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { header, packed, name } = packEntry(entry)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), header, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), header, place, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, directory, end]))
}

/** From «version needed» to «length of the extra field»: the same 26 bytes stand before the entry and in the directory. */
function packEntry(entry: ZipEntry): { header: Buffer; packed: Buffer; name: Buffer } {
  const content = Buffer.from(entry.content)
  const packed = entry.stored ? content : deflateRawSync(content)
  const name = Buffer.from(entry.name)
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(entry.encrypted ? 0x0801 : 0x0800, 2)
  header.writeUInt16LE(entry.stored ? 0 : 8, 4)
  header.writeUInt32LE(0x00210000, 6)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(entry.claimedSize ?? content.length, 18)
  header.writeUInt16LE(name.length, 22)
  return { header, packed, name }
}
