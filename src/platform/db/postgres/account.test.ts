import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '../../../../test/builders/database.ts'
import { knownAccounts, mayReach } from './account.ts'

const somebody = { uid: 54_321, gid: 54_321 }

test('accounts are read from the file of the system, root left out', () => {
  const passwd = 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533:nobody:/:/none\n+::::::\n'
  expect(knownAccounts(passwd)).toEqual([{ name: 'nobody', uid: 65_534, gid: 65_533 }])
})

test.runIf(process.platform !== 'win32')('a closed folder anywhere above keeps an account out', async () => {
  const closed = await aFolder()
  const inside = join(closed, 'data')
  await mkdir(inside)
  expect(mayReach(inside, somebody)).toBe(false)
  await chmod(closed, 0o711)
  expect(mayReach(inside, somebody)).toBe(true)
  expect(mayReach(join(inside, 'not', 'yet', 'there'), somebody)).toBe(true)
})
