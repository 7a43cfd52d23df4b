/** Thrown when nobody can listen there; `code` is the system's: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`. */
export class CannotListen extends Error {
  readonly code: string
  readonly port: number

  constructor(code: string, cause: unknown, port: number) {
    super(code, { cause })
    this.name = 'CannotListen'
    this.code = code
    this.port = port
  }
}
