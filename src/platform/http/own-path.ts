/**
 * A path of ours, whatever the form or the address says: never another site. A path that begins with two slashes (also once its dots are
 * worked out) would be one.
 */
export function ownPath(wished: string | null | undefined): string {
  const base = 'http://here.invalid'
  if (!wished?.startsWith('/') || !URL.canParse(wished, base)) return '/'
  const url = new URL(wished, base)
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}
