export const apiPaths = {
  /** What the API can do, for people. */
  page: '/api',
  /** The same for programs. */
  document: '/api/openapi.json',
} as const

/** Whether the address is one of programs: tokens open these only, and what goes wrong is answered in JSON. */
export function isApiPath(path: string): boolean {
  return path.startsWith(`${apiPaths.page}/`)
}

/** The page of one operation with its path filled in, ready to be tried. */
export function operationPath(id: string, given: Readonly<Record<string, string>> = {}): string {
  return `${apiPaths.page}?${new URLSearchParams({ operation: id, ...given })}`
}
