// cspell:ignore UBND hoach nhap (Vietnamese without marks, in file names and addresses)
import { expect, test } from 'vitest'
import { aUsedFolder, enterDatabase, lantoa, onItsOwn } from './a-server.ts'

const PLANS = 25

const planText = (number: number) => `ỦY BAN NHÂN DÂN XÃ HÒA BÌNH
Số: ${number}/KH-UBND
KẾ HOẠCH
Xây dựng, nhân rộng điển hình tiên tiến năm 2026
I. MỤC ĐÍCH
Phát hiện, bồi dưỡng điển hình tiên tiến.
`

async function handIn(address: string): Promise<number> {
  const form = new FormData()
  form.append('grouping', 'separate')
  for (let number = 1; number <= PLANS; number += 1) {
    form.append('files', new File([planText(number)], `ke-hoach-${number}.txt`))
  }
  const headers = { origin: new URL(address).origin }
  return (await fetch(`${address}ke-hoach/nhap`, { method: 'POST', body: form, headers, redirect: 'manual' })).status
}

async function countOf(folder: string): Promise<Record<string, number>> {
  const client = await enterDatabase(folder)
  const { rows } = await client.query<{ state: string; count: number }>(
    'select state, count(*)::integer as count from plan_document group by state',
  )
  await client.end()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

test('documents handed in are all read, once each, though the server is killed in the middle', {
  timeout: 120_000,
}, async () => {
  const folder = await aUsedFolder()
  const first = lantoa(['serve'], onItsOwn(folder))
  expect(await handIn(await first.address)).toBe(303)
  await expect.poll(async () => (await countOf(folder))['read'] ?? 0, { timeout: 60_000 }).toBeGreaterThan(2)
  first.process.kill('SIGKILL')
  await first.ended
  expect((await countOf(folder))['read']).toBeLessThan(PLANS)

  await lantoa(['serve'], onItsOwn(folder)).address

  await expect.poll(() => countOf(folder), { timeout: 90_000, interval: 300 }).toEqual({ read: PLANS })
  const client = await enterDatabase(folder)
  const { rows } = await client.query("select count(*)::integer as read from history where event = 'plan.read'")
  expect(rows).toEqual([{ read: PLANS }])
})
