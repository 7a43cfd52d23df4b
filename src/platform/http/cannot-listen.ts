/** Thrown when nobody can listen there; `code` is the system's: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`. */
export class CannotListen extends Error {
  readonly code: string

  constructor(code: string, cause: unknown) {
    super(code, { cause })
    this.name = 'CannotListen'
    this.code = code
  }
}
