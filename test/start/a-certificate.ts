// cspell:ignore subj addext newkey nodes notext startdate enddate (options of openssl)
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** Files of a certificate and its key. */
export interface Made {
  readonly cert: string
  readonly key: string
}

/** A certificate for `may-chu.example`, made by openssl as an office would. */
export function aCertificate(
  { skip }: TestContext,
  folder: string,
  name: string,
  period: readonly string[] = ['-days', '90'],
): Made {
  const made = { cert: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) }
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    `/CN=${name}`,
  ]
  const names = ['-addext', 'subjectAltName=DNS:may-chu.example,DNS:localhost,IP:127.0.0.1']
  const { error, status, stderr } = spawnSync('openssl', [
    ...args,
    ...names,
    ...period,
    '-keyout',
    made.key,
    '-out',
    made.cert,
  ])
  if (error) skip('openssl is not here')
  if (status !== 0) throw new Error(String(stderr))
  return made
}

/** The same key certified again for a month that is over, by an authority of one file. */
export async function runOut({ cert, key }: Made, folder: string): Promise<Made> {
  const config = join(folder, 'authority.cnf')
  const [database, request, over] = ['index.txt', 'request.pem', 'over.pem'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await writeFile(database, '')
  await writeFile(
    config,
    `[ca]\ndefault_ca=a\n[a]\ndatabase=${database}\nnew_certs_dir=${folder}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n`,
  )
  const period = ['-startdate', '20250101000000Z', '-enddate', '20250201000000Z']
  spawnSync('openssl', ['req', '-new', '-key', key, '-subj', '/CN=over', '-out', request])
  const args = [
    'ca',
    '-batch',
    '-selfsign',
    '-config',
    config,
    '-keyfile',
    key,
    '-cert',
    cert,
    '-in',
    request,
    '-out',
    over,
  ]
  const { status, stderr } = spawnSync('openssl', [...args, '-notext', ...period])
  if (status !== 0) throw new Error(String(stderr))
  return { cert: over, key }
}
