import { expect, test } from 'vitest'
import { troubleFromLog } from './trouble.ts'

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['PANIC:  could not write to file "pg_wal/xlogtemp.29": No space left on device', 'disk-full'],
  ['FATAL:  lock file "postmaster.pid" already exists', 'data-in-use'],
  ['FATAL:  pre-existing shared memory block (key 5, ID 3) is still in use', 'still-ending'],
  ['FATAL:  could not create shared memory segment: Cannot allocate memory', 'no-memory'],
  ['PANIC:  could not locate a valid checkpoint record at 0/174B660', 'corrupted'],
  ['FATAL:  could not open file "global/pg_filenode.map": No such file or directory', 'corrupted'],
  ['FATAL:  incorrect checksum in control file', 'corrupted'],
  ['FATAL:  data directory "/x" has wrong ownership', 'no-permission'],
  ['initdb: error: could not create directory "/x": Permission denied', 'no-permission'],
  ['FATAL:  something new', 'unknown'],
])('«%s» means %s', (line, code) => {
  const { code: found, facts } = troubleFromLog(`LOG:  starting\n${line}\n`, { folder: '/x' })
  expect([found, facts]).toEqual([code, { folder: '/x', last: line }])
})
