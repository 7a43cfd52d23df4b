import Excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import { anApp } from '../../test/builders/browser.ts'
import { aContext } from '../../test/builders/database.ts'
import { write } from '../context.ts'
import { verifyJournal } from '../history/verify-journal.ts'
import { readXlsx } from '../platform/office/read-xlsx.ts'
import { Unreadable } from '../platform/readers/unreadable.ts'
import { undoUnitChange } from './actions/undo-unit-change.ts'

const rows = [
  ['Tên đơn vị', 'Tên viết tắt', 'Loại', 'Mã', 'Đơn vị cấp trên'],
  ['Xã Mây Hạ', '', 'Xã', '00123', ''],
  ['Hội Nông dân xã Mây Hạ', 'HND', 'đoàn thể, hội', '', '00123'],
  ['Ấp Cầu Đá', '', 'ap', '', 'Xã Mây Hạ'],
  ['Trường Tiểu học Mây Hạ', '', '', '', 'Xã Mây Hạ'],
]

async function workbook(lines: readonly (readonly unknown[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('Đơn vị')
  for (const line of lines) sheet.addRow([...line])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function aForm(ctx: Awaited<ReturnType<typeof aContext>>) {
  const app = await anApp(ctx)
  return (fields: Record<string, string>, file?: Uint8Array<ArrayBuffer>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ on: '2026-03-01', decision: '', ...fields })) form.append(name, value)
    if (file) form.append('file', new File([file], 'don-vi.xlsx'))
    return app.request('/don-vi/1/nhap-excel', {
      method: 'POST',
      body: form,
      headers: { host: 'localhost', origin: 'http://localhost' },
    })
  }
}

describe('a list of units', () => {
  it('from Excel is shown first, then added whole, and taken back whole', async () => {
    const ctx = await aContext()
    const send = await aForm(ctx)
    const preview = await (await send({}, await workbook(rows))).text()
    expect(preview).toContain('4 đơn vị sẽ được thêm')
    expect(await ctx.db.selectFrom('unit').select('id').execute()).toHaveLength(1)
    const list = rows.map((row) => row.join('\t')).join('\n')
    expect((await send({ list, agreed: 'yes' })).status).toBe(303)
    const units = await ctx.db
      .selectFrom('unit')
      .select(['name', 'path', 'kind'])
      .where('id', '>', 1)
      .orderBy('id')
      .execute()
    expect(units).toEqual([
      { name: 'Xã Mây Hạ', path: '1.2', kind: 'commune' },
      { name: 'Hội Nông dân xã Mây Hạ', path: '1.2.3', kind: 'union' },
      { name: 'Ấp Cầu Đá', path: '1.2.4', kind: 'hamlet' },
      { name: 'Trường Tiểu học Mây Hạ', path: '1.2.5', kind: 'school' },
    ])
    expect((await verifyJournal(ctx.db)).broken).toEqual([])
    const { id } = await ctx.db.selectFrom('unitChange').select('id').executeTakeFirstOrThrow()
    await write(ctx, (tx) => undoUnitChange(tx, id))
    expect(await ctx.db.selectFrom('unit').select('id').execute()).toEqual([{ id: 1 }])
  })

  it('with wrong rows says which and why, and adds nothing', async () => {
    const ctx = await aContext()
    const send = await aForm(ctx)
    const list = ['Xã A\t\tLạ lùng', '\t\t\t1', 'Xã B\t\t\t\tXã Không Có', 'Xã C\t\t\t77', 'Xã D\t\t\t77', 'Xã C'].join(
      '\n',
    )
    const answer = await send({ list, agreed: 'yes' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    for (const sentence of [
      'Dòng 1: không rõ loại «Lạ lùng»',
      'Dòng 2: thiếu tên đơn vị',
      'Dòng 3: không tìm thấy đơn vị cấp trên «Xã Không Có»',
      'Dòng 5: mã này đã thuộc đơn vị khác',
      'Dòng 6: «Xã C» đã có ở dòng trên',
    ]) {
      expect(html).toContain(sentence)
    }
    expect(await ctx.db.selectFrom('unit').select('id').execute()).toHaveLength(1)
  })

  it('that is no Excel file gets a sentence', async () => {
    const send = await aForm(await aContext())
    expect(await (await send({}, new TextEncoder().encode('không phải Excel'))).text()).toContain(
      'Không đọc được tệp này',
    )
  })
})

describe('an Excel sheet', () => {
  it('gives what Excel saved beside a formula and never works one out', async () => {
    const sheet = await workbook([
      [
        'Tên',
        { formula: 'HYPERLINK("http://x","y")', result: 'y' },
        12.5,
        true,
        { richText: [{ text: 'Hà ' }, { text: 'Nội' }] },
      ],
    ])
    expect(await readXlsx(sheet)).toEqual([{ number: 1, cells: ['Tên', 'y', '12.5', '1', 'Hà Nội'] }])
  })

  it('that is spoilt is refused', async () => {
    const whole = await workbook(rows)
    await expect(readXlsx(whole.subarray(0, whole.length / 2))).rejects.toBeInstanceOf(Unreadable)
    await expect(readXlsx(new Uint8Array(0))).rejects.toBeInstanceOf(Unreadable)
  })
})
