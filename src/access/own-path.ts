/** A path of ours, whatever the form or the address says: never another site, never a loop through the door. */
export function ownPath(wished: string | null | undefined): string {
  const base = 'http://here.invalid'
  if (!wished?.startsWith('/') || !URL.canParse(wished, base)) return '/'
  const url = new URL(wished, base)
  return url.origin === base && !url.pathname.startsWith('/dang-') ? url.pathname + url.search : '/'
}
