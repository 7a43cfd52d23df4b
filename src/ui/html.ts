import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A page as the bytes that go out: the doctype and the tree that a page function returned. */
export function toHtml(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
