import { z } from 'zod'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The first entry of a backup: what it holds, so that it can be checked before anything is touched. */
export const Manifest = z.object({
  format: z.literal(1),
  /** ISO 8601 in UTC. */
  madeAt: z.string(),
  version: z.string(),
  /** Names of the applied migrations in their order: the schema that the tables have. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which every row finds the rows that it points to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256: Sha256 })),
  files: z.array(z.object({ key: z.string(), size: z.number(), sha256: Sha256 })),
  /** Jobs that were waiting or running: they wait again after a restore. */
  jobs: z.array(z.object({ id: z.string(), name: z.string(), payload: z.json(), attempts: z.number() })),
})
export type Manifest = z.infer<typeof Manifest>

export const MANIFEST_ENTRY = 'manifest.json'
export const tableEntry = (name: string) => `tables/${name}.copy`
export const fileEntry = (key: string) => `files/${key}`

export type BackupTroubleCode =
  | 'file-exists'
  | 'no-such-file'
  | 'not-a-backup'
  | 'newer-backup'
  | 'damaged-backup'
  | 'house-not-empty'
  | 'restore-running'
  | 'file-lost'

/** Why a backup cannot be made or put back; `texts.ts` has the sentence. */
export class BackupTrouble extends Error {
  readonly code: BackupTroubleCode
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: BackupTroubleCode, facts: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause })
    this.name = 'BackupTrouble'
    this.code = code
    this.facts = facts
  }
}
