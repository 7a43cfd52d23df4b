import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { addressesOf, PrivateAddress } from './public-address.ts'

export interface OutsidePost {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Addresses of the office network and of this computer may be called. */
  readonly allowPrivate: boolean
  /** Milliseconds for the whole call. */
  readonly patience: number
  readonly signal: AbortSignal
}

/** What came of it: the status that was answered, or why nobody answered. */
export type OutsideAnswer =
  | { readonly status: number; readonly problem: null }
  | {
      readonly status: null
      readonly problem: 'address-private' | 'host-unknown' | 'unreachable' | 'too-slow' | 'insecure'
    }

/**
 * Sends a request to a server that somebody else has named. Connects to addresses that have been looked at only, follows no redirect, and reads
 * nothing of the answer but its status. Never throws for what the other side does; throws when `signal` aborts.
 */
export async function postOutside(post: OutsidePost): Promise<OutsideAnswer> {
  const { url, allowPrivate, patience, signal } = post
  const timeout = AbortSignal.timeout(patience)
  try {
    const addresses = await addressesOf(url.hostname, allowPrivate)
    const status = await call(post, fixed(addresses), AbortSignal.any([signal, timeout]))
    return { status, problem: null }
  } catch (error) {
    signal.throwIfAborted()
    return { status: null, problem: timeout.aborted ? 'too-slow' : problemOf(error) }
  }
}

function call({ url, headers, body }: OutsidePost, lookup: LookupFunction, signal: AbortSignal): Promise<number> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  const length = String(Buffer.byteLength(body))
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': length },
      lookup,
      signal,
      agent: false,
    })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      resolve(answer.statusCode ?? 0)
      answer.on('error', () => undefined)
      answer.destroy()
    })
    sent.end(body)
  })
}

/** Answers every question for a name with the addresses that have been looked at. */
function fixed(addresses: Awaited<ReturnType<typeof addressesOf>>): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses
    if (options.all) done(null, addresses)
    else done(null, first?.address ?? '', first?.family ?? 4)
  }
}

const unknownHost = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENODATA'])

function problemOf(error: unknown): Exclude<OutsideAnswer['problem'], null> {
  if (error instanceof PrivateAddress) return 'address-private'
  const code = String((error as { code?: unknown }).code ?? '')
  if (unknownHost.has(code)) return 'host-unknown'
  return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code) ? 'insecure' : 'unreachable'
}
