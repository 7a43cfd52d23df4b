const MOST = 200

/** What a unit that a plan names is called in the tree: as printed, without what the plan says about it in brackets. */
export function nameToCreate(printed: string): string {
  const bare = printed
    .normalize('NFC')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const name = bare || printed.trim()
  return (name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)).slice(0, MOST).trim()
}
