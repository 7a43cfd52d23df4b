import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'

/** The files of a setting, PEM: the certificate with those that vouch for it, and its private key. */
export interface CertificateFiles {
  readonly certFile: string
  readonly keyFile: string
}

export interface Certificate {
  readonly cert: Buffer
  readonly key: Buffer
  /** The host names that it is made out to, without wildcards. */
  readonly names: readonly string[]
  readonly from: Date
  readonly to: Date
}

export type CertificateTroubleCode =
  | 'file-missing'
  | 'file-unreadable'
  | 'not-a-certificate'
  | 'not-a-key'
  | 'locked-key'
  | 'mismatch'

/** Why HTTPS cannot be spoken with these files; `texts.ts` has the sentence. */
export class CertificateTrouble extends Error {
  readonly code: CertificateTroubleCode
  readonly file: string

  constructor(code: CertificateTroubleCode, file: string, cause?: unknown) {
    super(`${code}: ${file}`, { cause })
    this.name = 'CertificateTrouble'
    this.code = code
    this.file = file
  }
}

/** Reads both files and checks that they belong together. One that has run out is read all the same: browsers say so. Throws `CertificateTrouble`. */
export async function readCertificate({ certFile, keyFile }: CertificateFiles): Promise<Certificate> {
  const [cert, key] = await Promise.all([readOne(certFile), readOne(keyFile)])
  const leaf = certificateIn(cert, certFile)
  if (!leaf.checkPrivateKey(keyIn(key, keyFile))) throw new CertificateTrouble('mismatch', certFile)
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new CertificateTrouble('not-a-certificate', certFile, error)
  }
  return { cert, key, names: namesOf(leaf), from: new Date(leaf.validFrom), to: new Date(leaf.validTo) }
}

async function readOne(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    const isMissing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
    throw new CertificateTrouble(isMissing ? 'file-missing' : 'file-unreadable', file, error)
  }
}

function certificateIn(bytes: Buffer, file: string): X509Certificate {
  try {
    return new X509Certificate(bytes)
  } catch (error) {
    throw new CertificateTrouble('not-a-certificate', file, error)
  }
}

function keyIn(bytes: Buffer, file: string): KeyObject {
  try {
    return createPrivateKey(bytes)
  } catch (error) {
    const isLocked = /ENCRYPTED/.test(bytes.toString('latin1'))
    throw new CertificateTrouble(isLocked ? 'locked-key' : 'not-a-key', file, error)
  }
}

function namesOf({ subjectAltName = '' }: X509Certificate): string[] {
  const names = [...subjectAltName.matchAll(/(?:^|, )DNS:([^,]+)/g)].map(([, name = '']) => name)
  return names.filter((name) => /^[\w.-]+$/.test(name))
}
