import { expect, it } from 'vitest'
import { aBrowser } from '../../test/builders/browser.ts'
import { aCommune, password } from '../../test/builders/commune.ts'
import { forgetOld } from './actions/forget-old.ts'

it('what signing in leaves behind is forgotten in time, and nobody who is signed in notices', async () => {
  const { ctx, app, admin, invite } = await aCommune()
  await invite(admin, 'Trần Văn Bình', 'binh.tran', 'Xã Mây Hạ', 'officer')
  await aBrowser(app).post('/dang-nhap', { account: 'ha.le', password: 'sai rồi nhé' })
  expect(await forgetOld(ctx)).toBe(0)
  const after = (days: number) => ({
    ...ctx,
    clock: { now: () => new Date(Date.parse('2026-03-10T02:00:00Z') + days * 86_400_000) },
  })

  expect(await forgetOld(after(3))).toBe(1)
  expect((await aBrowser(app).post('/dang-nhap', { account: 'ha.le', password })).status).toBe(303)
  expect((await admin.get('/tai-khoan')).status).toBe(200)

  // Three sessions that nobody has used since, and the invitation that has been used.
  expect(await forgetOld(after(46))).toBe(4)
  expect((await admin.get('/tai-khoan')).headers.get('location')).toContain('/dang-nhap')
  expect(await ctx.db.selectFrom('knownDevice').select('personId').execute()).toHaveLength(3)
  expect(await forgetOld(after(400))).toBe(3)
})
