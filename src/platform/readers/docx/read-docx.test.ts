import { describe, expect, test } from 'vitest'
import { aDocxOfParts, type DocxParts } from '../../../../test/builders/docx-file.ts'
import { aZipFile } from '../../../../test/builders/zip-file.ts'
import { filledLines, sourceTextProblems } from '../../../../test/source-text-problems.ts'
import { defaultLimits } from '../limits.ts'
import { picturesOfDocx } from './pictures.ts'
import { readDocx } from './read-docx.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const IMAGE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

async function linesOf(parts: DocxParts): Promise<string[]> {
  const source = await readDocx(aDocxOfParts(parts), defaultLimits)
  expect(sourceTextProblems(source)).toEqual([])
  return filledLines(source)
}

const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`

describe('changes are taken as accepted', () => {
  test('insertions stay, deletions and the old place of moved text go', async () => {
    const body = paragraph(
      `${run('Giao ')}<w:del w:id="1"><w:r><w:delText>Phòng cũ</w:delText></w:r></w:del><w:ins w:id="2">${run('Văn phòng')}</w:ins>` +
        `<w:moveFrom w:id="3">${run('dời đi')}</w:moveFrom><w:moveTo w:id="4">${run(' chủ trì')}</w:moveTo>`,
    )
    expect(await linesOf({ body })).toEqual(['Giao Văn phòng chủ trì'])
  })

  test('a deleted paragraph mark joins two paragraphs, a deleted row is gone', async () => {
    const row = (text: string, properties = '') =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${paragraph(run(text))}</w:tc><w:tc>${paragraph(run('ô'))}</w:tc></w:tr>`
    const body =
      paragraph(run('Ban hành '), '<w:rPr><w:del w:id="1"/></w:rPr>') +
      paragraph(run('kế hoạch')) +
      `<w:tbl>${row('giữ')}${row('bỏ', '<w:del w:id="2"/>')}</w:tbl>`
    expect(await linesOf({ body })).toEqual(['Ban hành kế hoạch', 'giữ', 'ô'])
  })
})

describe('what is printed', () => {
  test('fields give their result, not their code; links, controls and smart tags give their text', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "yyyy"</w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('2026')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body = paragraph(
      `${run('Năm ')}${field}${run(', ')}<w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple>` +
        `<w:hyperlink>${run(', cổng')}</w:hyperlink><w:sdt><w:sdtContent>${run(', ô')}</w:sdtContent></w:sdt><w:smartTag>${run(', thẻ')}</w:smartTag>`,
    )
    expect(await linesOf({ body })).toEqual(['Năm 2026, 3, cổng, ô, thẻ'])
  })

  test('capitals by look are real, hidden text is none, hyphens and signs are what they print', async () => {
    const body =
      paragraph(run('kế hoạch', '<w:caps/>') + run('ẩn', '<w:vanish/>') + run(' hiện', '<w:vanish w:val="0"/>')) +
      paragraph(
        `${run('03')}<w:r><w:noBreakHyphen/></w:r>${run('05')}<w:r><w:softHyphen/><w:tab/></w:r><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run(' 02')}`,
      )
    expect(await linesOf({ body })).toEqual(['KẾ HOẠCH hiện', '03-05\t≥ 02'])
  })

  test('a text box is read once, behind its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph(run('DỰ THẢO'))}</w:txbxContent>`
    const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`
    expect(await linesOf({ body: paragraph(`${run('Trước ')}<w:r>${drawing}</w:r>${run('và sau')}`) })).toEqual([
      'Trước và sau',
      'DỰ THẢO',
    ])
  })

  test('page breaks, printed or typed, stand between paragraphs or cut one', async () => {
    const body =
      paragraph(`${run('một')}<w:r><w:br w:type="page"/></w:r>${run('hai')}`) +
      paragraph(`<w:r><w:lastRenderedPageBreak/></w:r>${run('ba')}`) +
      paragraph(`${run('bốn ')}<w:r><w:lastRenderedPageBreak/></w:r>${run('vẫn bốn')}`) +
      paragraph(run('năm'), '<w:pageBreakBefore/>') +
      paragraph(run('sáu'), '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') +
      paragraph(run('bảy'))
    const { text } = await readDocx(aDocxOfParts({ body }), defaultLimits)
    expect(text).toBe('một\n\fhai\n\fba\nbốn vẫn bốn\n\fnăm\nsáu\nbảy\n')
  })

  test('footnotes stand below the body, in the order they are called', async () => {
    const footnotes = ['-1', '2', '1'].map(
      (id) => `<w:footnote w:id="${id}">${paragraph(run(`chú thích ${id}`))}</w:footnote>`,
    )
    const body = paragraph(
      `${run('Một')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' hai')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
    )
    const source = await readDocx(aDocxOfParts({ body, footnotes: footnotes.join('') }), defaultLimits)
    expect(source.text).toBe('Một hai\nchú thích 1\nchú thích 2\n')
    expect(source.notes.map(({ start, end }) => source.text.slice(start, end))).toEqual(['chú thích 1', 'chú thích 2'])
  })
})

describe('legacy fonts', () => {
  const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`

  test('every run is converted by its own font, marks of VNI reach over runs', async () => {
    const body = paragraph(
      run('Céng hoµ, ', font('.VnTime')) +
        run('®éc lËp, ', font('.VnTimeH')) +
        `<w:r><w:rPr>${font('.VnTime')}</w:rPr><w:t>®</w:t><w:softHyphen/><w:t>îc, </w:t></w:r>` +
        run('Coä', font('VNI-Times')) +
        run('ng ho', font('VNI-Times')) +
        run('øa, ', font('VNI-Times')) +
        run('tự do', font('Times New Roman')),
    )
    expect(await linesOf({ body })).toEqual(['Cộng hoà, ĐỘC LẬP, được, Cộng hòa, tự do'])
  })

  test('the font may come from a style or from the defaults of the document', async () => {
    const styles =
      `<w:docDefaults><w:rPrDefault><w:rPr>${font('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>` +
      `<w:style w:type="paragraph" w:styleId="base"><w:rPr>${font('.VnTimeH')}</w:rPr></w:style>` +
      '<w:style w:type="paragraph" w:styleId="head"><w:basedOn w:val="base"/></w:style>' +
      `<w:style w:type="character" w:styleId="plain"><w:rPr>${font('Arial')}</w:rPr></w:style>`
    const body =
      paragraph(run('kÕ ho¹ch'), '<w:pStyle w:val="head"/>') +
      paragraph(run('x· ') + run('Ñ', '<w:rStyle w:val="plain"/>'))
    expect(await linesOf({ body, styles })).toEqual(['KẾ HOẠCH', 'xã Ñ'])
  })

  test('legacy text in an honest font is found by what it says', async () => {
    const body = paragraph(run('ñy ban nh©n d©n x· ban hµnh kÕ ho¹ch tæ chøc héi nghÞ'))
    expect(await linesOf({ body })).toEqual(['ủy ban nhân dân xã ban hành kế hoạch tổ chức hội nghị'])
  })
})

describe('other shapes of the same file', () => {
  test('strict namespaces and other prefixes are the same document', async () => {
    const parts = aDocxOfParts({ body: paragraph(run('Nội dung')) })
    expect(filledLines(await readDocx(parts, defaultLimits))).toEqual(['Nội dung'])
    const strict = aZipFile([
      {
        name: 'word\\document.xml',
        content:
          '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>Nội dung</d:t></d:r></d:p></d:body></d:document>',
      },
    ])
    expect(filledLines(await readDocx(strict, defaultLimits))).toEqual(['Nội dung'])
  })

  test('a page that a program embedded for Word to take over is read in its place', async () => {
    const body = `${paragraph(run('Trước'))}<w:altChunk r:id="chunk"/>${paragraph(run('Sau'))}`
    const extra = [{ name: 'word/chunk.html', content: '<html><body><p>Giữa</p></body></html>' }]
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk'
    const relationships = [`<Relationship Id="chunk" Type="${type}" Target="chunk.html"/>`]
    expect(await linesOf({ body, extra, relationships })).toEqual(['Trước', 'Giữa', 'Sau'])
  })

  test('pictures of scanned pages are found in their order, each once, other files left out', async () => {
    const png = (mark: number) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, mark])
    const blip = (id: string) =>
      `<w:p><w:r><w:drawing><a:blip xmlns:a="${DRAWING}" r:embed="${id}"/></w:drawing></w:r></w:p>`
    const link = (id: string, target: string) => `<Relationship Id="${id}" Type="${IMAGE}" Target="${target}"/>`
    const bytes = aDocxOfParts({
      body: ['two', 'one', 'two', 'emf', 'gone'].map(blip).join(''),
      extra: [
        { name: 'word/media/1.png', content: png(1) },
        { name: 'word/media/2.png', content: png(2) },
        { name: 'word/media/3.emf', content: 'x' },
      ],
      relationships: [link('one', 'media/1.png'), link('two', 'media/2.png'), link('emf', 'media/3.emf')],
    })
    const pictures = await picturesOfDocx(bytes, defaultLimits)
    expect(pictures.map(({ kind, bytes: [...content] }) => [kind, content.at(-1)])).toEqual([
      ['png', 2],
      ['png', 1],
    ])
    await expect(readDocx(bytes, defaultLimits)).rejects.toMatchObject({ code: 'no-text' })
  })

  test('a workbook is of the wrong kind', async () => {
    const workbook = aZipFile([{ name: 'xl/workbook.xml', content: '<workbook/>' }])
    await expect(readDocx(workbook, defaultLimits)).rejects.toMatchObject({ code: 'wrong-kind' })
  })
})
