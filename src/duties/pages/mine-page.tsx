import { Csrf, SelectField, TextField } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { Paging } from '../../ui/table.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import { dueGroup } from '../due-group.ts'
import { dutyPaths, minePath } from '../paths.ts'
import { dueGroups, type TaskQuery, type TaskRow, taskKinds, taskStates } from '../schema.ts'
import { taskTexts } from '../texts/tasks.ts'
import { DueMark, shownStretch } from './task-bits.tsx'

interface MinePageProps {
  readonly view: View
  readonly query: TaskQuery
  readonly rows: readonly TaskRow[]
  readonly next: string | null
  readonly counts: { readonly states: ReadonlyMap<string, number>; readonly late: number }
  readonly plans: readonly { readonly id: string; readonly title: string }[]
  readonly today: string
  /** Tasks that the actor may report done with one press. */
  readonly mayDo: ReadonlySet<string>
}

/** What the actor's units owe, grouped by how near it is. */
export function MinePage(props: MinePageProps) {
  const { view, query, rows, next, counts } = props
  const words = taskTexts[view.lang]
  const isEmpty = counts.states.size === 0
  return (
    <Shell view={view} title={words.title} styles={['tasks']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        actions={counts.late > 0 && <Status tone="danger" label={words.late(counts.late)} />}
      />
      {!isEmpty && <Filters {...props} />}
      {rows.length === 0 ? (
        <NoTasks view={view} isEmpty={isEmpty || (query.state === 'open' && minePath(query) === dutyPaths.mine)} />
      ) : (
        <>
          <Groups {...props} />
          <Paging
            view={view}
            summary={words.shown(rows.length)}
            first={query.after ? minePath(query) : undefined}
            next={next ? minePath(query, { after: next }) : undefined}
          />
        </>
      )}
    </Shell>
  )
}

function NoTasks({ view, isEmpty }: { view: View; isEmpty: boolean }) {
  const words = taskTexts[view.lang]
  return (
    <div class="sheet">
      <Empty
        title={isEmpty ? words.emptyTitle : words.nothingTitle}
        text={isEmpty ? words.emptyText : words.nothingText}
      >
        {!isEmpty && (
          <a class="button" href={dutyPaths.mine}>
            {uiTexts[view.lang].clearFilter}
          </a>
        )}
      </Empty>
    </div>
  )
}

function Filters({ view, query, counts, plans }: MinePageProps) {
  const words = taskTexts[view.lang]
  const all = { value: '', label: uiTexts[view.lang].all }
  const states = taskStates.map((state) => ({
    value: state,
    label: `${words.states[state]} (${counts.states.get(state) ?? 0})`,
  }))
  const kinds = taskKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))
  return (
    <form class="filters no-print" method="get" action={dutyPaths.mine}>
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
      {minePath(query) !== dutyPaths.mine && (
        <a class="button quiet" href={dutyPaths.mine}>
          {uiTexts[view.lang].clearFilter}
        </a>
      )}
    </form>
  )
}

function Groups(props: MinePageProps) {
  const { view, query, rows, today } = props
  const words = taskTexts[view.lang]
  if (query.state !== 'open') return <TaskList {...props} rows={rows} />
  return (
    <>
      {dueGroups.map((group) => {
        const inGroup = rows.filter(({ dueOn }) => dueGroup(dueOn, today) === group)
        if (inGroup.length === 0) return null
        return (
          <section class="task-group" aria-labelledby={group}>
            <h2 id={group} class={group === 'late' ? 'late' : undefined}>
              {words.groups[group]} <span class="count">{inGroup.length}</span>
            </h2>
            <TaskList {...props} rows={inGroup} />
          </section>
        )
      })}
    </>
  )
}

function TaskList(props: MinePageProps) {
  return (
    <ul class="sheet tasks">
      {props.rows.map((task) => (
        <TaskLine {...props} task={task} />
      ))}
    </ul>
  )
}

function TaskLine({ view, task, today, mayDo }: MinePageProps & { task: TaskRow }) {
  const words = taskTexts[view.lang]
  const foreign = view.lang === 'vi' ? undefined : 'vi'
  return (
    <li class="task">
      <div class="task-words">
        <a class="row-title" href={dutyPaths.task(task.id)} lang={foreign}>
          {task.text}
        </a>
        <span class="row-note">
          {task.coversFrom && task.coversTo && `${shownStretch(view, task.coversFrom, task.coversTo)} · `}
          <span lang={foreign}>
            {task.unitName}
            {task.title && ` (${task.title})`} · {task.planTitle}
          </span>
        </span>
      </div>
      <div class="task-side">
        <DueMark view={view} task={task} today={today} />
        {mayDo.has(task.id) && (
          <form method="post" action={dutyPaths.do(task.id)} class="no-print">
            <Csrf view={view} />
            <input type="hidden" name="how" value="delivered" />
            <input type="hidden" name="on" value={today} />
            <button class="button small" type="submit" aria-label={words.doOne(task.text)}>
              <Icon name="done" />
              {words.actions.do}
            </button>
          </form>
        )}
      </div>
    </li>
  )
}
