import type { Letter } from '../../platform/mail/mail.ts'
import { webhookPaths } from '../paths.ts'
import { webhookTexts } from '../texts.ts'

interface Disabled {
  readonly id: string
  readonly url: string
  readonly unitName: string
  readonly fullName: string
  readonly email: string
}

/** Tells the person who made a webhook that nothing is sent there any more, and where to resume it. */
export function disabledLetter({ id, url, unitName, fullName, email }: Disabled, address: string | null): Letter {
  const words = webhookTexts.vi.letter
  const lines = [
    words.greeting(fullName),
    '',
    words.what(new URL(url).origin, unitName),
    words.how,
    ...(address === null ? [] : [`${address}${webhookPaths.webhook(id)}`]),
  ]
  return { to: email, subject: words.subject, text: lines.join('\n') }
}
