import { historyPaths } from '../../history/paths.ts'
import { historyTexts } from '../../history/texts/journal.ts'
import { peopleTexts } from '../../organisation/texts/people.ts'
import { shownDay } from '../../ui/dates.ts'
import { SelectField } from '../../ui/fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Table } from '../../ui/table.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import type { Onlooker } from '../queries/who-can-see.ts'

interface OnlookersPageProps {
  readonly view: View
  readonly unit: { readonly id: number; readonly name: string }
  readonly permission: string
  readonly onlookers: readonly Onlooker[]
}

/** «Who can see this, and why»: one unit, one right, every holder with every reason. */
export function OnlookersPage({ view, unit, permission, onlookers }: OnlookersPageProps) {
  const { onlookers: words, permissions } = historyTexts[view.lang]
  const options = Object.entries(permissions).map(([value, label]) => ({ value, label }))
  return (
    <Shell view={view} title={words.title}>
      <PageHeader view={view} title={words.title} lead={words.lead(unit.name)} />
      <form class="filters" method="get" action={historyPaths.onlookers}>
        <input type="hidden" name="unit" value={unit.id} />
        <SelectField
          view={view}
          id="quyen"
          name="quyen"
          label={words.permission}
          value={permission}
          options={options}
        />
        <button class="button" type="submit">
          {uiTexts[view.lang].filter}
        </button>
      </form>
      <div class="sheet">
        {onlookers.length === 0 ? <p class="pad">{words.none}</p> : <Holders view={view} onlookers={onlookers} />}
      </div>
    </Shell>
  )
}

function Holders({ view, onlookers }: Pick<OnlookersPageProps, 'view' | 'onlookers'>) {
  const { onlookers: words } = historyTexts[view.lang]
  return (
    <Table
      view={view}
      caption={words.title}
      rows={onlookers}
      columns={[
        {
          key: 'name',
          label: words.columns.name,
          head: true,
          cell: (one) => <span class="row-title">{one.fullName}</span>,
        },
        {
          key: 'because',
          label: words.columns.because,
          cell: (one) =>
            [
              words.because[one.because],
              one.words || (one.role && (peopleTexts[view.lang].roles[one.role] ?? one.role)),
            ]
              .filter(Boolean)
              .join(': '),
        },
        {
          key: 'unit',
          label: words.columns.unit,
          cell: (one) => (one.reach === 'subtree' ? words.below(one.unitName) : one.unitName),
        },
        { key: 'until', label: words.columns.until, cell: (one) => one.lastDay && shownDay(one.lastDay) },
      ]}
    />
  )
}
