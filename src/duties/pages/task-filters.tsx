import { SelectField, TextField } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import { tasksPath } from '../paths.ts'
import { taskKinds, taskStates } from '../schema.ts'
import { taskTexts } from '../texts/tasks.ts'
import type { TasksPageProps } from './tasks-page.tsx'

/** What the list is searched for and narrowed to. */
export function TaskFilters({
  view,
  base,
  query,
  counts,
  plans,
}: Pick<TasksPageProps, 'view' | 'base' | 'query' | 'counts' | 'plans'>) {
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
