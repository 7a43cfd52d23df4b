import { hash, verify } from '@node-rs/argon2'

/** OWASP's least memory for Argon2id; about 25 ms on an old office computer, off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of a password nobody has: whoever asks for an unknown account waits as long as for a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bGFudG9hLW5vYm9keS0wMQ$bgoPx2pswXwT6avverV7gS6AbS1Tw4TSciIRqRyqry8'

/** Passwords count as the letters people see: composed and decomposed Vietnamese are one. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const right = await verify(stored ?? NOBODY, password.normalize('NFKC'))
  return right && stored !== null
}
