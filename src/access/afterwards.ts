import { ownPath } from '../platform/http/own-path.ts'

/** Where somebody wanted to go before they signed in; never back through the door. */
export function afterwards(wished: string | null | undefined): string {
  const path = ownPath(wished)
  return path.startsWith('/dang-') ? '/' : path
}
