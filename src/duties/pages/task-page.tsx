import type { ComponentChildren } from 'preact'
import { asSentence } from '../../core/text/casing.ts'
import { planPaths } from '../../plans/paths.ts'
import { shownDay, shownInstant } from '../../ui/dates.ts'
import { Csrf, describedBy, ErrorSummary, Field, TextField } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { type Fact, Facts } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { dutyPaths } from '../paths.ts'
import type { TaskDetail } from '../schema.ts'
import { taskTexts } from '../texts/tasks.ts'
import { DueMark, shownStretch } from './task-bits.tsx'

interface TaskPageProps {
  readonly view: View
  readonly task: TaskDetail
  /** Who holds the function that it is given to, nobody or some; null where that is not shown. */
  readonly holders: readonly string[] | null
  readonly today: string
  readonly may: { readonly do: boolean; readonly reopen: boolean; readonly waive: boolean }
  /** Megabytes that one file may have. */
  readonly megabytes: number
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** One task: what, by when, for whom, what was delivered, and what may be done with it now. */
export function TaskPage(props: TaskPageProps) {
  const { view, task, errors, may } = props
  const words = taskTexts[view.lang]
  const sentence = asSentence(task.text)
  const title = sentence.length > 120 ? `${sentence.slice(0, 120).replace(/\s+\S*$/, '')} …` : sentence
  return (
    <Shell view={view} title={title} styles={['tasks']}>
      <PageHeader
        view={view}
        title={title}
        crumbs={[{ label: words.title, href: dutyPaths.mine }, { label: title }]}
        lead={<DueMark view={view} task={task} today={props.today} />}
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <div class="task-page">
        <div>
          <section class="sheet pad mb-6">
            {title !== sentence && <p lang="vi">{sentence}</p>}
            <Facts view={view} facts={factsOf(props)} />
            <p class="mt-4">
              <a href={`${planPaths.document(task.planId)}#i-${task.itemId}`}>{words.inPlan}</a>
            </p>
          </section>
          {(task.files.length > 0 || task.state !== 'open') && <Files {...props} />}
        </div>
        {(may.do || may.reopen || may.waive) && (
          <div class="sheet pad no-print">
            {may.do && <DoForm {...props} />}
            {may.reopen && <ReasonForm {...props} action="reopen" />}
            {may.waive && (
              <details open={errors['reason-waive'] !== undefined}>
                <summary>{words.otherActions}</summary>
                <ReasonForm {...props} action="waive" />
              </details>
            )}
          </div>
        )}
      </div>
    </Shell>
  )
}

function factsOf({ view, task, holders }: TaskPageProps): Fact[] {
  const words = taskTexts[view.lang]
  const optional = (label: string, value: ComponentChildren | null): Fact[] => (value ? [{ label, value }] : [])
  const moved = task.nominalOn && task.dueOn && task.nominalOn < task.dueOn
  return [
    { label: words.plan, value: <a href={planPaths.document(task.planId)}>{task.planTitle}</a> },
    ...optional(words.covers, task.coversFrom && task.coversTo && shownStretch(view, task.coversFrom, task.coversTo)),
    {
      label: words.dueRow,
      value: task.dueOn && (
        <>
          {shownDay(task.dueOn)}
          {moved && <span class="row-note">{words.moved(shownDay(task.nominalOn ?? ''))}</span>}
        </>
      ),
    },
    { label: words.owner, value: task.unitName },
    ...optional(words.function, task.title),
    ...optional(words.holder, holders && (holders.join(', ') || words.vacant)),
    ...optional(words.formerOwner, task.firstOwedByName),
    ...optional(words.receiver, task.receiverName),
    ...optional(words.howRow, task.doneHow && `${words.how[task.doneHow]}, ${shownDay(task.doneOn ?? '')}`),
    ...optional(words.noteRow, task.note),
    ...optional(
      words.closedRow,
      task.closedAt && task.closedByName && words.closedBy(task.closedByName, shownInstant(view.lang, task.closedAt)),
    ),
  ]
}

function Files({ view, task }: TaskPageProps) {
  const words = taskTexts[view.lang]
  return (
    <section class="sheet pad" aria-labelledby="files">
      <h2 id="files">{words.files}</h2>
      {task.files.length === 0 && <p class="missing">{words.noFiles}</p>}
      <ul class="plain-list">
        {task.files.map((file) => (
          <li>
            <a href={dutyPaths.file(task.id, file.id)}>
              <Icon name="download" /> {file.name}
            </a>
            <span class="row-note">{shownInstant(view.lang, file.addedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DoForm({ view, task, today, megabytes, typed, errors }: TaskPageProps) {
  const words = taskTexts[view.lang]
  const hint = words.fileHint(megabytes)
  return (
    <form class="form" method="post" action={dutyPaths.do(task.id)} enctype="multipart/form-data">
      <Csrf view={view} />
      <h2>{words.doTitle}</h2>
      <p class="hint">{words.doLead}</p>
      <Field view={view} id="files-in" label={words.file} hint={hint} error={errors['files-in']}>
        <input
          class="input"
          type="file"
          id="files-in"
          name="files"
          multiple
          aria-describedby={describedBy('files-in', hint)}
        />
      </Field>
      <TextField
        view={view}
        id="on"
        name="on"
        type="date"
        label={words.on}
        value={typed['on'] ?? today}
        error={errors['on']}
        required
      />
      <Field view={view} id="note" label={words.note}>
        <textarea class="input" id="note" name="note" rows={3} maxLength={2000}>
          {typed['note'] ?? ''}
        </textarea>
      </Field>
      <div class="page-actions">
        <button class="button first" type="submit" name="how" value="delivered">
          <Icon name="done" />
          {words.deliver}
        </button>
        <button class="button" type="submit" name="how" value="on-paper" title={words.onPaperHint}>
          {words.onPaper}
        </button>
      </div>
    </form>
  )
}

function ReasonForm({ view, task, typed, errors, action }: TaskPageProps & { action: 'reopen' | 'waive' }) {
  const words = taskTexts[view.lang]
  const id = `reason-${action}`
  return (
    <form class="form" method="post" action={action === 'waive' ? dutyPaths.waive(task.id) : dutyPaths.reopen(task.id)}>
      <Csrf view={view} />
      <TextField
        view={view}
        id={id}
        name="reason"
        label={action === 'waive' ? words.reasonWaive : words.reasonReopen}
        value={typed[id] ?? ''}
        error={errors[id]}
        required
      />
      <button class="button" type="submit">
        {words.actions[action]}
      </button>
    </form>
  )
}
