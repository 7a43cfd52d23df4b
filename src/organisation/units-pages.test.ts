import { describe, expect, it } from 'vitest'
import { aBrowser, anApp } from '../../test/builders/browser.ts'
import { aContext } from '../../test/builders/database.ts'

const on = '2026-03-01'

async function aTree() {
  const ctx = await aContext()
  const browser = aBrowser(await anApp(ctx))
  const add = async (name: string, kind: string, parent: number) => {
    const answer = await browser.post(`/don-vi/${parent}/them`, {
      name,
      kind,
      on,
      shortName: '',
      code: '',
      decision: '',
    })
    expect(answer.status).toBe(303)
  }
  await add('Xã Mây Hạ', 'commune', 1)
  await add('Xã Mây Thượng', 'commune', 1)
  await add('Ấp Cầu Đá', 'hamlet', 2)
  return { ctx, browser }
}

describe('the unit pages', () => {
  it('open at the root of what one may see and show what stands below', async () => {
    const { browser } = await aTree()
    expect((await browser.get('/don-vi')).headers.get('location')).toBe('/don-vi/1')
    const html = await (await browser.get('/don-vi/1')).text()
    expect(html).toContain('Xã Mây Hạ')
    expect(html).not.toContain('Ấp Cầu Đá')
  })

  it('find without diacritics', async () => {
    const { browser } = await aTree()
    expect(await (await browser.get('/don-vi?q=cau+da')).text()).toContain('Ấp Cầu Đá')
    expect(await (await browser.get('/don-vi?q=khong+co+dau')).text()).toContain('Không tìm thấy đơn vị nào')
  })

  it('take the kind of a new unit from its name where it is left open', async () => {
    const { ctx, browser } = await aTree()
    const answer = await browser.post('/don-vi/2/them', { name: 'Trường Tiểu học Mây Hạ', kind: '', on })
    expect(answer.status).toBe(303)
    const made = ctx.db.selectFrom('unit').select('kind').where('name', '=', 'Trường Tiểu học Mây Hạ')
    expect(await made.execute()).toEqual([{ kind: 'school' }])
  })

  it('go on to the next unit with the day and what it rests on, where several are entered in a row', async () => {
    const { browser } = await aTree()
    const decision = 'Nghị quyết số 12/NQ-HĐND'
    const answer = await browser.post('/don-vi/2/them', { name: 'Ấp Bàu Sen', kind: '', on, decision, another: 'yes' })
    const html = await (await browser.get(answer.headers.get('location') ?? '')).text()
    expect(html).toContain('Đã thêm «Ấp Bàu Sen»')
    expect(html).toContain(`value="${on}"`)
    expect(html).toContain(`value="${decision}"`)
  })

  it('say what an empty form lacks and keep what was typed', async () => {
    const { browser } = await aTree()
    const answer = await browser.post('/don-vi/1/them', { name: '', kind: 'commune', on, code: '00123' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('href="#name"')
    expect(html).toContain('value="00123"')
  })

  it('review a merger before it is made, and take it back with one press', async () => {
    const { ctx, browser } = await aTree()
    const merger = {
      partners: 'may thuong',
      into: 'new',
      name: 'Xã Mây',
      kind: 'commune',
      on,
      decision: 'Nghị quyết số 1',
    }
    const review = await (await browser.post('/don-vi/2/sap-nhap', merger)).text()
    expect(review).toContain('«Xã Mây Hạ» kết thúc từ ngày 01/03/2026')
    expect(review).toContain('1 đơn vị trực thuộc sẽ chuyển về «Xã Mây»')
    expect(await ctx.db.selectFrom('unitSuccession').selectAll().execute()).toEqual([])

    expect((await browser.post('/don-vi/2/sap-nhap', { ...merger, on: '2026-03-02', agreed: 'yes' })).status).toBe(303)
    const ended = await (await browser.get('/don-vi/2')).text()
    expect(ended).toContain('Kết thúc từ ngày 02/03/2026')
    const undo = /\/don-vi\/thay-doi\/[0-9a-f-]{36}\/hoan-tac/.exec(ended)?.[0] ?? ''
    expect(await (await browser.get(undo)).text()).toContain('Hoàn tác thay đổi này?')
    await browser.post(undo)
    expect(await (await browser.get('/don-vi/1')).text()).toContain('Xã Mây Hạ')
  })

  it('offer the choice where a name fits several units', async () => {
    const { browser } = await aTree()
    const answer = await browser.post('/don-vi/4/chuyen', { parent: 'xã mây', on: '2026-03-02' })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Có nhiều đơn vị khớp với «xã mây»')
    expect(html).toContain('value="#3"')
    await browser.post('/don-vi/4/chuyen', { parent: 'xã mây', 'parent-pick': '#3', on: '2026-03-02', agreed: 'yes' })
    expect(await (await browser.get('/don-vi/3')).text()).toContain('Ấp Cầu Đá')
  })
})
