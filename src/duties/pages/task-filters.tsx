import { SelectField, TextField } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import { tasksPath } from '../paths.ts'
import { type TaskQuery, taskKinds, taskStates } from '../schema.ts'
import { taskTexts } from '../texts/tasks.ts'

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
  const all = { value: '', label: uiTexts[view.lang].all }
  const states = taskStates.map((state) => ({
    value: state,
    label: `${words.states[state]} (${counts.states.get(state) ?? 0})`,
  }))
  const kinds = taskKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return (
    <form class="filters" method="get" action={base}>
      <TextField
        view={view}
        id="q"
        name="q"
        type="search"
        label={words.search}
        hint={words.searchHint}
        value={query.q}
        grow
      />
      <SelectField view={view} id="state" name="trang-thai" label={words.state} value={query.state} options={states} />
      <SelectField
        view={view}
        id="kind"
        name="loai"
        label={words.kind}
        value={query.kind ?? ''}
        options={[all, ...kinds]}
      />
      {plans.length > 1 && (
        <SelectField
          view={view}
          id="plan"
          name="ke-hoach"
          label={words.plan}
          value={query.plan ?? ''}
          options={[all, ...plans.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      )}
      <button class="button" type="submit">
        <Icon name="search" />
        {uiTexts[view.lang].search}
      </button>
      {tasksPath(base, query) !== base && (
        <a class="button quiet" href={base}>
          {uiTexts[view.lang].clearFilter}
        </a>
      )}
    </form>
  )
}
