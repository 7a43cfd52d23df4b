import type { ComponentChildren } from 'preact'
import { uiWords, type View } from './view.ts'

/** A step on the way to this page; the last one is the page itself and has no address. */
export interface Crumb {
  readonly label: string
  readonly href?: string
}

interface PageHeaderProps {
  readonly view: View
  readonly title: string
  readonly crumbs?: readonly Crumb[]
  readonly lead?: ComponentChildren
  /** Buttons and links for the page as a whole. */
  readonly actions?: ComponentChildren
}

export function PageHeader({ view, title, crumbs = [], lead, actions }: PageHeaderProps) {
  return (
    <>
      {crumbs.length > 0 && (
        <nav class="crumbs" aria-label={uiWords(view).breadcrumbs}>
          <ol>
            {crumbs.map((crumb) => (
              <li>
                {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="page-head">
        <div class="page-head-words">
          <h1>{title}</h1>
          {lead && <div class="lead">{lead}</div>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </div>
    </>
  )
}
