import { BadConfig } from './config.ts'
import { BackupTrouble } from './platform/backup/manifest.ts'
import { DatabaseTrouble } from './platform/db/postgres/trouble.ts'
import { SchemaTrouble } from './platform/db/schema-trouble.ts'
import { CannotListen } from './platform/http/cannot-listen.ts'
import { CertificateTrouble } from './platform/http/tls/read-certificate.ts'
import { certificateTexts } from './texts/certificate.ts'
import { backupTexts } from './texts/keeping.ts'
import { listenText, schemaTexts, troubleTexts } from './texts.ts'

/** What the officer is told when Lan Tỏa cannot start; undefined for a fault of ours. */
export function sentenceOf(
  error: unknown,
  address: { readonly host: string | null; readonly port: number },
): string | undefined {
  if (error instanceof BadConfig) return error.message
  if (error instanceof DatabaseTrouble) return troubleTexts[error.code](error.facts)
  if (error instanceof SchemaTrouble) return schemaTexts[error.code](error)
  if (error instanceof BackupTrouble) return backupTexts.troubles[error.code](error.facts)
  if (error instanceof CertificateTrouble) return certificateTexts[error.code](error.file)
  if (error instanceof CannotListen) return listenText(error.code, address.host ?? '127.0.0.1', error.port)
  if (isFull(error)) return troubleTexts['disk-full']({})
  return undefined
}

/** The disk may be full under anything that we do; the reason may lie deeper. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return code === 'ENOSPC' || code === '53100' || isFull(error.cause)
}
