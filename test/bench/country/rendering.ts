import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Stands in for src/ui/html.ts in the bench's build: renders as it does, and keeps the page so that it can be rendered again by itself. */
export const last: { page: VNode | null } = { page: null }

export function toHtml(page: VNode): string {
  last.page = page
  return `<!doctype html>${renderToString(page)}`
}

export { renderToString }
