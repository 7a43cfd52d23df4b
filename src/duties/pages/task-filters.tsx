import { SelectField } from '../../ui/fields.tsx'
import { FilterForm } from '../../ui/search-form.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import { tasksPath } from '../paths.ts'
import { type TaskQuery, taskKinds, taskStates } from '../schema.ts'
import { taskTexts } from '../texts/tasks.ts'
import { PlanField } from './plan-field.tsx'

/** A list of tasks as it is asked for, and what it could be asked for. */
export interface TaskFiltersProps {
  readonly view: View
  /** The address of this list. */
  readonly base: string
  readonly query: TaskQuery
  readonly counts: { readonly states: ReadonlyMap<string, number>; readonly late: number }
  readonly plans: readonly { readonly id: string; readonly title: string }[]
}

/** What the list is searched for and narrowed to. */
export function TaskFilters({ view, base, query, counts, plans }: TaskFiltersProps) {
  const words = taskTexts[view.lang]
  const states = taskStates.map((state) => ({
    value: state,
    label: `${words.states[state]} (${counts.states.get(state) ?? 0})`,
  }))
  const kinds = taskKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return (
    <FilterForm
      view={view}
      action={base}
      label={words.search}
      hint={words.searchHint}
      q={query.q}
      whole={tasksPath(base, query) === base ? null : base}
    >
      <SelectField view={view} id="state" name="trang-thai" label={words.state} value={query.state} options={states} />
      <SelectField
        view={view}
        id="kind"
        name="loai"
        label={words.kind}
        value={query.kind ?? ''}
        options={[{ value: '', label: uiTexts[view.lang].all }, ...kinds]}
      />
      <PlanField view={view} value={query.plan} plans={plans} />
    </FilterForm>
  )
}
