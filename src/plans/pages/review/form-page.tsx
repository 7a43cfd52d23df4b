import type { ComponentChildren } from 'preact'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { planPaths } from '../../paths.ts'
import { reviewPath } from '../../review/paths.ts'
import { listingTexts } from '../../texts/listing.ts'
import { headerOf, type Review } from './review-data.ts'

/** A single form of the review on a page of its own: for browsers without script. */
export function FormPage({ review, title, children }: { review: Review; title: string; children: ComponentChildren }) {
  const { view, plan } = review
  const name = headerOf(review).data.title ?? title
  return (
    <Shell view={view} title={title} styles={['reading']}>
      <PageHeader
        view={view}
        title={title}
        crumbs={[
          { label: listingTexts[view.lang].nav, href: planPaths.list },
          { label: name, href: reviewPath(plan) },
          { label: title },
        ]}
      />
      <div class="sheet pad editor-page">{children}</div>
    </Shell>
  )
}
