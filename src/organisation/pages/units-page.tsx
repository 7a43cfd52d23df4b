import { PageHeader } from '../../ui/page-header.tsx'
import { SearchForm } from '../../ui/search-form.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Paging, Table } from '../../ui/table.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import { unitPaths } from '../paths.ts'
import type { ListedUnit } from '../queries/list-units.ts'
import { unitKindTexts } from '../texts/unit-kinds.ts'
import { unitTexts } from '../texts/units.ts'

interface UnitsPageProps {
  readonly view: View
  readonly q: string
  readonly units: readonly ListedUnit[]
  /** More were found than are shown. */
  readonly isCut: boolean
}

/** Units found by words, wherever they stand in the tree. */
export function UnitsPage({ view, q, units, isCut }: UnitsPageProps) {
  const words = unitTexts[view.lang].list
  return (
    <Shell view={view} title={words.title}>
      <PageHeader view={view} title={words.title} lead={words.lead} />
      <UnitSearch view={view} q={q} />
      <div class="sheet">
        {units.length > 0 ? (
          <>
            <Table view={view} caption={words.title} columns={unitColumnsOf(view, true)} rows={units} />
            <Paging view={view} summary={isCut ? words.many(units.length) : words.found(units.length)} />
          </>
        ) : (
          <Empty title={words.nothingTitle} text={words.nothingText}>
            <a class="button" href={unitPaths.list}>
              {uiTexts[view.lang].clearFilter}
            </a>
          </Empty>
        )}
      </div>
    </Shell>
  )
}

export function UnitSearch({ view, q }: { view: View; q: string }) {
  const words = unitTexts[view.lang].list
  return <SearchForm view={view} action={unitPaths.list} label={words.search} hint={words.searchHint} q={q} />
}

export function unitColumnsOf(view: View, withPlace: boolean): Column<ListedUnit>[] {
  const { columns } = unitTexts[view.lang].list
  const place: Column<ListedUnit> = { key: 'place', label: columns.place, cell: (unit) => unit.place }
  return [
    { key: 'name', label: columns.name, head: true, cell: (unit) => <UnitCell view={view} unit={unit} /> },
    ...(withPlace ? [place] : []),
    { key: 'kind', label: columns.kind, short: true, cell: (unit) => unitKindTexts[view.lang][unit.kind] },
    { key: 'code', label: columns.code, cell: (unit) => unit.code },
    { key: 'below', label: columns.below, number: true, cell: (unit) => unit.childCount || null },
  ]
}

function UnitCell({ view, unit }: { view: View; unit: ListedUnit }) {
  return (
    <>
      <a class="row-title" href={unitPaths.unit(unit.id)}>
        {unit.name}
      </a>
      {unit.shortName && <span class="row-note">{unit.shortName}</span>}
      {unit.abolishedOn && <span class="row-note">{unitTexts[view.lang].unit.abolished(unit.abolishedOn)}</span>}
    </>
  )
}
