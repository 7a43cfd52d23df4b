/** Names of the fonts of a `.doc` by number (SttbfFfn, MS-DOC 2.9.285). */
export function readFontNames(table: Buffer): string[] {
  if (table.length < 4) return []
  const extended = table.readUInt16LE(0) === 0xffff
  let at = extended ? 6 : 4
  const count = Math.min(2_000, table.readUInt16LE(extended ? 2 : 0))
  const names: string[] = []
  for (let index = 0; index < count && at < table.length; index += 1) {
    const size = table.readUInt8(at)
    const entry = table.subarray(at + 1, at + 1 + size)
    names.push(entry.subarray(39).toString('utf16le').split('\0')[0] ?? '')
    at += 1 + size
  }
  return names
}
