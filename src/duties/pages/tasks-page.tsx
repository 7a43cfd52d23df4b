import { asSentence } from '../../core/text/casing.ts'
import { Csrf } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Status } from '../../ui/notice.tsx'
import { type Crumb, PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { Paging } from '../../ui/table.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import { dueGroup } from '../due-group.ts'
import { dutyPaths, tasksPath } from '../paths.ts'
import { dueGroups, type TaskQuery, type TaskRow } from '../schema.ts'
import { overviewTexts } from '../texts/overview.ts'
import { taskTexts } from '../texts/tasks.ts'
import { DueMark, shownStretch } from './task-bits.tsx'
import { TaskFilters, type TaskFiltersProps } from './task-filters.tsx'

export interface TasksPageProps extends TaskFiltersProps {
  readonly rows: readonly TaskRow[]
  readonly next: string | null
  /** What is the function of a colleague in the actor's units: shown below the end of their own list. */
  readonly colleagues: { readonly rows: readonly TaskRow[]; readonly isCut: boolean } | null
  readonly today: string
  /** The heading of this list and what stands below it. */
  readonly title: string
  readonly lead: string
  readonly crumbs?: readonly Crumb[]
  /** Where the unit is urged to do what is late; absent where the actor may not. */
  readonly urge?: string | undefined
  /** Tasks that the actor may report done with one press. */
  readonly mayDo: ReadonlySet<string>
}

/** What the actor's units, or one unit, owe, grouped by how near it is. */
export function TasksPage(props: TasksPageProps) {
  const { view, query, rows, next, counts, base, title, lead, crumbs = [] } = props
  const words = taskTexts[view.lang]
  const isEmpty = counts.states.size === 0
  return (
    <Shell view={view} title={title} styles={['tasks']}>
      <PageHeader
        view={view}
        title={title}
        lead={lead}
        crumbs={crumbs}
        actions={
          counts.late > 0 && (
            <>
              <Status tone="danger" label={words.late(counts.late)} />
              {props.urge && (
                <a class="button first" href={props.urge}>
                  {overviewTexts[view.lang].urging.title}
                </a>
              )}
            </>
          )
        }
      />
      {!isEmpty && (
        <details class="fold no-print" open={tasksPath(base, query) !== base}>
          <summary>{words.filters(counts.states.get(query.state) ?? 0)}</summary>
          <TaskFilters {...props} />
        </details>
      )}
      {rows.length === 0 ? (
        <NoTasks
          view={view}
          base={base}
          isEmpty={isEmpty || (query.state === 'open' && tasksPath(base, query) === base)}
        />
      ) : (
        <>
          <Groups {...props} />
          <Paging
            view={view}
            summary={words.shown(rows.length)}
            first={query.after ? tasksPath(base, query) : undefined}
            next={next ? tasksPath(base, query, { after: next }) : undefined}
          />
        </>
      )}
      <OfColleagues {...props} />
      <DoneLink {...props} />
    </Shell>
  )
}

function OfColleagues(props: TasksPageProps) {
  const { view, colleagues } = props
  const words = taskTexts[view.lang].colleagues
  if (!colleagues || colleagues.rows.length === 0) return null
  const units = new Map(colleagues.rows.map(({ unitId, unitName }) => [unitId, unitName]))
  return (
    <section class="task-group" aria-labelledby="colleagues">
      <h2 id="colleagues">
        {words.title} <span class="count">{colleagues.rows.length}</span>
      </h2>
      <p class="hint">{words.lead}</p>
      <TaskList {...props} rows={colleagues.rows} />
      {colleagues.isCut && (
        <p class="page-actions mt-2">
          {[...units].map(([id, name]) => (
            <a class="button" href={dutyPaths.ofUnit(id)}>
              {words.all(name)}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}

/** Where a slip is put right: what was reported done a moment ago stands there. */
function DoneLink({ view, query, counts, base }: TasksPageProps) {
  const done = counts.states.get('done') ?? 0
  if (query.state !== 'open' || done === 0) return null
  const all: TaskQuery = { q: '', state: 'done', kind: null, plan: null, after: null }
  return (
    <p class="mt-4 no-print">
      <a href={tasksPath(base, all)}>{taskTexts[view.lang].seeDone(done)}</a>
    </p>
  )
}

function NoTasks({ view, base, isEmpty }: { view: View; base: string; isEmpty: boolean }) {
  const words = taskTexts[view.lang]
  return (
    <div class="sheet">
      <Empty
        title={isEmpty ? words.emptyTitle : words.nothingTitle}
        text={isEmpty ? words.emptyText : words.nothingText}
      >
        {!isEmpty && (
          <a class="button" href={base}>
            {uiTexts[view.lang].clearFilter}
          </a>
        )}
      </Empty>
    </div>
  )
}

function Groups(props: TasksPageProps) {
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

function TaskList(props: TasksPageProps) {
  return (
    <ul class="sheet tasks">
      {props.rows.map((task) => (
        <TaskLine {...props} task={task} />
      ))}
    </ul>
  )
}

function TaskLine({ view, task, today, mayDo, plans }: TasksPageProps & { task: TaskRow }) {
  const words = taskTexts[view.lang]
  const foreign = view.lang === 'vi' ? undefined : 'vi'
  return (
    <li class="task">
      <div class="task-words">
        <a class="row-title" href={dutyPaths.task(task.id)} lang={foreign}>
          {asSentence(task.text)}
        </a>
        <span class="row-note">
          {task.coversFrom && task.coversTo && `${shownStretch(view, task.coversFrom, task.coversTo)} · `}
          <span lang={foreign}>
            {task.unitName}
            {plans.length > 1 && <span class="task-plan">{task.planTitle}</span>}
          </span>
        </span>
        {task.title && <span class="row-note">{words.ofFunction(task.title)}</span>}
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
