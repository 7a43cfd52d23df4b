/** The schema and this version of the program do not belong together; `texts.ts` has the sentence. */
export class SchemaTrouble extends Error {
  readonly code: 'newer-schema' | 'changed-migration'
  readonly migration: string

  constructor(code: 'newer-schema' | 'changed-migration', migration: string) {
    super(`${code}: ${migration}`)
    this.name = 'SchemaTrouble'
    this.code = code
    this.migration = migration
  }
}
