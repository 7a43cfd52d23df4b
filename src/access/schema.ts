import { z } from 'zod'

const Line = z.string().trim().normalize('NFC')

export const SignIn = z.object({ account: Line.min(1).max(200), password: z.string().min(1).max(500) })
export type SignIn = z.infer<typeof SignIn>

/** Where a request comes from, as far as the server can tell. */
export interface Origin {
  readonly address: string
  readonly agent: string
  /** The value of the «known browser» cookie. */
  readonly device: string | null
}

/** The first visit: who claims the system, and the unit it is for. */
export const Claim = z.object({
  code: Line.min(1).max(40),
  unitName: Line.min(2).max(200),
  fullName: Line.min(2).max(120),
  account: Line.min(2).max(100),
  password: z.string().max(500),
})
export type Claim = z.infer<typeof Claim>

export const PasswordByCode = z.object({ code: Line.min(1).max(40), password: z.string().max(500) })
export type PasswordByCode = z.infer<typeof PasswordByCode>

/** What a wrong or a right attempt leads to. */
export type SignInResult =
  | { readonly kind: 'signed-in'; readonly token: string; readonly device: string; readonly waitsForTotp: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }
