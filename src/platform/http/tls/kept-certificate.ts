import { unwatchFile, watchFile } from 'node:fs'
import { type Certificate, type CertificateFiles, readCertificate } from './read-certificate.ts'

/** The certificate that is served, read anew whenever one of its files changes. */
export interface KeptCertificate {
  readonly present: Certificate
  /** Calls back with every new one. Returns how to stop. */
  hear(listener: (certificate: Certificate) => void): () => void
  /** Reads the files now; the present one stays when they cannot be used. */
  reload(): Promise<void>
  close(): void
}

export interface Told {
  renewed(certificate: Certificate): void
  /** The new files cannot be used. */
  refused(error: unknown): void
}

/** Looked at, not listened for: renewed certificates come through links and mounted folders, of which the system tells nothing. */
const LOOK_EVERY = 10_000

/** Throws `CertificateTrouble` when the files cannot be used from the beginning. */
export async function keepCertificate(files: CertificateFiles, told: Told): Promise<KeptCertificate> {
  let present = await readCertificate(files)
  const listeners = new Set<(certificate: Certificate) => void>()
  const reload = async () => {
    try {
      const read = await readCertificate(files)
      if (read.cert.equals(present.cert) && read.key.equals(present.key)) return
      present = read
      for (const listener of listeners) listener(read)
      told.renewed(read)
    } catch (error) {
      told.refused(error)
    }
  }
  const look = () => void reload()
  const both = [files.certFile, files.keyFile]
  for (const file of both) watchFile(file, { interval: LOOK_EVERY, persistent: false }, look)
  return {
    get present() {
      return present
    },
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload,
    close() {
      for (const file of both) unwatchFile(file, look)
    },
  }
}
