import { readFileSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseTrouble } from './trouble.ts'

/** The account that PostgreSQL runs as; undefined: our own. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root and under an account that the system does not know. As root we take, in this order,
 * whoever owns the data already, whoever owns the folder we were started for, `nobody`, any other account.
 */
export function accountFor(dataFolder: string, ownerOf: (path: string) => number | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = knownAccounts(readFileSync('/etc/passwd', 'utf8'))
  const owner = ownerOf(dataFolder)
  const account = known.find(({ uid }) => uid === owner) ?? known.find(({ name }) => name === 'nobody') ?? known.at(0)
  if (!account) throw new DatabaseTrouble('no-unprivileged-account')
  return { uid: account.uid, gid: account.gid }
}

/** The accounts of a `passwd` file without root. */
export function knownAccounts(passwd: string): (Account & { name: string })[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid >= 0)
}

/** The owner of the nearest folder that exists, upwards from `path`. */
export function nearestOwner(path: string): number | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found) return found.uid
  return dirname(path) === path ? undefined : nearestOwner(dirname(path))
}

/** May the account walk down to `path`? A checkout below a closed home folder says no. Looks at mode bits only. */
export function mayReach(path: string, account: Account): boolean {
  const above = dirname(path)
  if (above !== path && !mayReach(above, account)) return false
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined || !found.isDirectory() || mayEnter(found, account)
}

function mayEnter({ mode, uid, gid }: Stats, account: Account): boolean {
  if (uid === account.uid) return (mode & 0o100) !== 0
  if (gid === account.gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
