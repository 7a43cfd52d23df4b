/** The schema cannot be used or brought up to date; `texts.ts` has the sentence. */
export class SchemaTrouble extends Error {
  readonly code: 'newer-schema' | 'changed-migration' | 'migration-failed'
  readonly migration: string
  /** The copy made before the upgrade that failed; empty where there was nothing to copy. */
  readonly backup: string

  constructor(
    code: SchemaTrouble['code'],
    migration: string,
    { backup = '', cause }: { readonly backup?: string; readonly cause?: unknown } = {},
  ) {
    super(`${code}: ${migration}`, { cause })
    this.name = 'SchemaTrouble'
    this.code = code
    this.migration = migration
    this.backup = backup
  }
}
