import { shownInstant } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { planPaths } from '../paths.ts'
import { correctionTexts } from '../texts/correction.ts'

interface ShownPlan {
  readonly id: string
  readonly title: string
}

interface ChoosePageProps {
  readonly view: View
  readonly plan: ShownPlan
  readonly versions: readonly {
    readonly id: string
    readonly title: string
    readonly number: string | null
    readonly createdAt: Date
  }[]
}

/** Which document is the newer version. */
export function ChooseVersionPage({ view, plan, versions }: ChoosePageProps) {
  const words = correctionTexts[view.lang]
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.chooseLead}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
        actions={
          <a class="button" href={planPaths.import}>
            <Icon name="upload" />
            {words.import}
          </a>
        }
      />
      <div class="sheet pad">
        {versions.length === 0 ? (
          <Empty title={words.noneTitle} text={words.none} />
        ) : (
          <ul class="plain-list">
            {versions.map(({ id, title, number, createdAt }) => (
              <li>
                <a href={planPaths.compare(plan.id, id)} lang="vi">
                  {[number, title].filter(Boolean).join(': ')}
                </a>
                <span class="row-note">{words.imported(shownInstant(view.lang, createdAt))}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Shell>
  )
}
