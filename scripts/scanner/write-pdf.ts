/** The smallest PDF that says something: objects numbered from 1, a table of where they stand, a trailer. */
export function writePdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  const write = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  for (const [index, object] of objects.entries()) {
    places.push(length)
    write(`${index + 1} 0 obj\n`)
    write(object)
    write('\nendobj\n')
  }
  const start = length
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`)
  for (const place of places) write(`${String(place).padStart(10, '0')} 00000 n \n`)
  const end = [`trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>`, 'startxref', start, '%%EOF', '']
  write(end.join('\n'))
  return Buffer.concat(parts)
}

/** A stream object. */
export function stream(dictionary: string, data: Buffer | string): Buffer {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : data
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

/** One JPEG picture of `width` × `height` pixels. */
export interface Picture {
  readonly jpeg: Buffer
  readonly width: number
  readonly height: number
}

/** A PDF whose A4 pages are nothing but pictures, as a scanner writes it. */
export function pdfOfPictures(pictures: readonly Picture[]): Buffer {
  const page = (index: number) => 3 + index * 3
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pictures.length} /Kids [${pictures.map((_, index) => `${page(index)} 0 R`).join(' ')}] >>`,
  ]
  for (const [index, { jpeg, width, height }] of pictures.entries()) {
    const own = page(index)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${own + 1} 0 R /Resources << /XObject << /Page ${own + 2} 0 R >> >> >>`,
      stream('', 'q 595 0 0 842 0 0 cm /Page Do Q'),
      stream(
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
        jpeg,
      ),
    )
  }
  return writePdf(objects)
}
