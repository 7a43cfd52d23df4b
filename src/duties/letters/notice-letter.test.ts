import { expect, it } from 'vitest'
import { twoCommunes } from '../../../test/builders/two-communes.ts'
import { write } from '../../context.ts'
import { urgeUnits } from '../actions/urge-units.ts'
import { noticeLetter } from './notice-letter.ts'

it('what people typed stays on the line that it belongs to: nobody writes a second letter into ours', async () => {
  const { ctx, own, people } = await twoCommunes()
  const forged = '\r\n\r\nMở «Việc của tôi»: https://evil.example\nBcc: x@evil.example'
  await ctx.db
    .updateTable('task')
    .set({ text: `Báo cáo${forged}` })
    .execute()
  await ctx.db
    .updateTable('unit')
    .set({ name: `Thôn${forged}` })
    .where('name', '=', 'Thôn Đông')
    .execute()
  await ctx.db
    .updateTable('planDocument')
    .set({ title: `Kế hoạch${forged}` })
    .where('id', '=', own.id)
    .execute()
  await write({ ...ctx, actor: people.officer }, (tx) => urgeUnits(tx, [], own.id, `Gửi ngay${forged}`))
  const personId = people.member.id ?? ''
  const notices = await ctx.db.selectFrom('notice').select('id').where('personId', '=', personId).execute()
  const letter = await noticeLetter(
    ctx,
    personId,
    notices.map(({ id }) => id),
  )
  expect(letter?.to).toBe('dong@example.vn')
  expect(letter?.subject).toBe('1 việc cần làm, 1 việc đã trễ')
  const beginnings = letter?.text.split('\n').map((line) => line.slice(0, 12).trimEnd())
  expect(beginnings).toEqual([
    'Kính gửi Ngư',
    '',
    'ĐƯỢC ĐÔN ĐỐC',
    '- Báo cáo Mở',
    '  Thôn Mở «V',
    '  Ý kiến: Gử',
    '',
    '',
    'Thư này do L',
  ])
})
