import { createHmac } from 'node:crypto'

const MARK = 'whsec_'

/** A secret as receivers' libraries take it (Standard Webhooks): 256 bits. */
export function newSigningSecret(bytes: Uint8Array): string {
  return MARK + Buffer.from(bytes).toString('base64')
}

/**
 * The headers that prove where a message comes from and when it was sent: HMAC-SHA256 over id, time and body (Standard Webhooks 1.0, symmetric). The receiver
 * computes the same and refuses what is older than a few minutes.
 */
export function signatureHeaders(secret: string, message: { id: string; at: Date; body: string }) {
  const timestamp = String(Math.floor(message.at.getTime() / 1000))
  const key = Buffer.from(secret.slice(MARK.length), 'base64')
  const signature = createHmac('sha256', key).update(`${message.id}.${timestamp}.${message.body}`).digest('base64')
  return {
    'Webhook-Id': message.id,
    'Webhook-Timestamp': timestamp,
    'Webhook-Signature': `v1,${signature}`,
  }
}
