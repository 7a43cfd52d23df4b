import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Confirm } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { planPaths } from '../paths.ts'
import type { StoredDocument } from '../schema.ts'
import { listingTexts } from '../texts/listing.ts'

/** Asks once before a plan is removed for good. */
export function RemovePage({ view, document }: { view: View; document: StoredDocument }) {
  const words = listingTexts[view.lang]
  const back = planPaths.document(document.id)
  return (
    <Shell view={view} title={words.remove.title}>
      <PageHeader
        view={view}
        title={words.remove.title}
        crumbs={[
          { label: words.nav, href: planPaths.list },
          { label: document.title ?? document.name, href: back },
          { label: words.remove.title },
        ]}
      />
      <Confirm view={view} action={planPaths.remove(document.id)} cancel={back} button={words.remove.button}>
        <p class="font-semibold">{words.remove.what(document.title ?? document.name)}</p>
        <p class="mt-2">{words.remove.warning}</p>
      </Confirm>
    </Shell>
  )
}
