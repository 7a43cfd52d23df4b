import type { Problem } from '../core/problem.ts'

/** Seconds that an address has to wait after so many wrong attempts on one account: nothing for three, then doubling up to 15 minutes. */
export function waitAfter(failures: number): number {
  return failures < 3 ? 0 : Math.min(900, 5 * 2 ** (failures - 3))
}

/** Seconds still to wait; 0 when the attempt may be made. */
export function secondsToWait(failures: number, lastAt: Date, now: Date): number {
  if (isForgotten(lastAt, now)) return 0
  return Math.max(0, Math.ceil(waitAfter(failures) - (now.getTime() - lastAt.getTime()) / 1000))
}

/** Attempts older than a day count no more. */
export function isForgotten(lastAt: Date, now: Date): boolean {
  return now.getTime() - lastAt.getTime() > 86_400_000
}

/** Length counts, not kinds of characters (NIST SP 800-63B, 3.1.1.2); what everybody tries first is refused. */
export function passwordProblems(password: string, about: readonly (string | null)[]): Problem[] {
  const length = [...password].length
  if (length < 10) return [{ field: 'password', code: 'password-short', least: 10 }]
  if (length > 200) return [{ field: 'password', code: 'password-long', most: 200 }]
  const plain = password.toLowerCase()
  const names = about.filter((name): name is string => name !== null && name.length >= 4)
  if (names.some((name) => plain.includes(name.toLowerCase())))
    return [{ field: 'password', code: 'password-names-you' }]
  if (/^(.)\1+$/u.test(plain) || isRun(plain)) return [{ field: 'password', code: 'password-common' }]
  return []
}

/** `1234567890`, `abcdefghij`, and their mirror images, also said twice. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, index) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0))
  const even = steps.filter((step) => step === steps[0] && Math.abs(step) <= 1).length
  return even >= steps.length - 1
}

/** A phone number as it is kept: digits, `0` in front for Viet Nam (`+84 912…` and `0912…` are one). */
export function plainPhone(text: string): string | null {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(?:\+|00)84/, '0')
  return /^\+?\d{8,15}$/.test(digits) ? digits : null
}

/** What people type to say who they are: a user name, a phone number or a mail address. */
export function accountName(text: string): { kind: 'userName' | 'phone' | 'email'; value: string } {
  const typed = text.trim().normalize('NFC')
  if (typed.includes('@')) return { kind: 'email', value: typed.toLowerCase() }
  const phone = plainPhone(typed)
  return phone ? { kind: 'phone', value: phone } : { kind: 'userName', value: typed.toLowerCase() }
}

/** The form of a user name; phone numbers and mail addresses are recognised by theirs. */
export function isAccountName(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{1,39}$/.test(text)
}
