export type TroubleCode =
  | 'disk-full'
  | 'data-in-use'
  | 'still-ending'
  | 'already-serving'
  | 'other-version'
  | 'no-old-binaries'
  | 'corrupted'
  | 'data-missing'
  | 'no-memory'
  | 'no-permission'
  | 'no-unprivileged-account'
  | 'no-binaries'
  | 'too-slow'
  | 'unreachable'
  | 'unknown'

export type TroubleFacts = Readonly<Record<string, string | number>>

/** The database cannot be used, for a reason that the officer can do something about; `texts.ts` has the sentence. */
export class DatabaseTrouble extends Error {
  readonly code: TroubleCode
  readonly facts: TroubleFacts

  constructor(code: TroubleCode, facts: TroubleFacts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, { cause })
    this.name = 'DatabaseTrouble'
    this.code = code
    this.facts = facts
  }
}

/** What PostgreSQL and initdb write (always in English: we start them with `lc_messages=C`), and what it means. */
const SIGNS: readonly (readonly [RegExp, TroubleCode])[] = [
  [/No space left on device|not enough space on the disk|Disk quota exceeded/i, 'disk-full'],
  [/lock file "[^"]*postmaster\.pid" already exists/, 'data-in-use'],
  [/pre-existing shared memory block .* is still in use/, 'still-ending'],
  [/could not create shared memory|Cannot allocate memory|out of memory/i, 'no-memory'],
  [
    /database files are incompatible with server|incorrect checksum in control file|could not locate a valid checkpoint record|invalid checkpoint record|not a (valid )?(data directory|database cluster)|invalid data in file|calculated CRC checksum|checksum verification failed|could not (open|read|find) file "[^"]*(global|base|pg_\w+|PG_VERSION)[^"]*"|PANIC:/,
    'corrupted',
  ],
  [/Permission denied|has wrong ownership|invalid permissions|EACCES/, 'no-permission'],
]

/** Names the trouble from the end of the log; the first sign in the table's order wins, since a full disk causes others. */
export function troubleFromLog(log: string, facts: TroubleFacts): DatabaseTrouble {
  const sign = SIGNS.find(([pattern]) => pattern.test(log))
  const last = log.trim().split('\n').at(-1) ?? ''
  return new DatabaseTrouble(sign?.[1] ?? 'unknown', { ...facts, last })
}
