import { asSentence } from '../../core/text/casing.ts'
import { shownDay, shownInstant } from '../../ui/dates.ts'
import { Csrf, ErrorSummary, TextField } from '../../ui/fields.tsx'
import { Notice, Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { Paging } from '../../ui/table.tsx'
import type { Tone, View } from '../../ui/view.ts'
import { dutyPaths } from '../paths.ts'
import type { NoticeRow, ReminderSetting } from '../queries/list-notices.ts'
import { noticeTexts } from '../texts/notices.ts'
import { taskTexts } from '../texts/tasks.ts'

interface NoticesPageProps {
  readonly view: View
  readonly rows: readonly NoticeRow[]
  readonly next: string | null
  readonly isFirstPage: boolean
  readonly setting: ReminderSetting
  readonly feed: { readonly madeAt: Date; readonly readAt: Date | null } | undefined
  /** The address of the calendar, right after it was made: shown this once. */
  readonly address: string | null
  readonly errors: Readonly<Record<string, string>>
}

const tones: Readonly<Record<string, Tone>> = {
  overdue: 'danger',
  urged: 'danger',
  'due-today': 'amber',
  'due-soon': 'river',
}

/** What the person was told, how they want to be told, and their calendar. */
export function NoticesPage(props: NoticesPageProps) {
  const { view, rows, errors, next, isFirstPage } = props
  const words = noticeTexts[view.lang]
  return (
    <Shell view={view} title={words.title} styles={['tasks']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        actions={
          rows.some(({ seenAt }) => seenAt === null) && (
            <form method="post" action={dutyPaths.noticesSeen}>
              <Csrf view={view} />
              <button class="button" type="submit">
                {words.markSeen}
              </button>
            </form>
          )
        }
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      {props.address && <NewAddress view={view} address={props.address} />}
      <div class="sheet mb-6">
        {rows.length === 0 ? (
          <Empty title={words.emptyTitle} text={words.emptyText} />
        ) : (
          <>
            <ul class="tasks">
              {rows.map((row) => (
                <NoticeLine view={view} row={row} />
              ))}
            </ul>
            <Paging
              view={view}
              summary={words.shown(rows.length)}
              first={isFirstPage ? undefined : dutyPaths.notices}
              next={next ?? undefined}
            />
          </>
        )}
      </div>
      <Settings {...props} />
      <Feed {...props} />
    </Shell>
  )
}

function NoticeLine({ view, row }: { view: View; row: NoticeRow }) {
  const words = noticeTexts[view.lang]
  return (
    <li class={row.seenAt === null ? 'task unseen' : 'task'}>
      <div class="task-words">
        <a class="row-title" href={row.taskId ? dutyPaths.task(row.taskId) : dutyPaths.mine} lang="vi">
          {asSentence(row.text)}
        </a>
        <span class="row-note" lang="vi">
          {[row.unitName, row.dueOn && taskTexts[view.lang].due(shownDay(row.dueOn))].filter(Boolean).join(' · ')}
          <span class="task-plan">{row.planTitle}</span>
        </span>
        {row.words && <blockquote lang="vi">{row.words}</blockquote>}
      </div>
      <div class="task-side">
        <Status tone={tones[row.kind] ?? 'plain'} label={words.kinds[row.kind] ?? row.kind} />
        <time class="row-note" dateTime={row.madeAt.toISOString()}>
          {shownInstant(view.lang, row.madeAt)}
        </time>
      </div>
    </li>
  )
}

function Settings({ view, setting, errors }: NoticesPageProps) {
  const words = noticeTexts[view.lang]
  return (
    <section class="sheet pad mb-6" aria-labelledby="settings">
      <h2 id="settings">{words.settings}</h2>
      {!setting.hasAddress && <p class="hint">{words.noAddress}</p>}
      <form class="form" method="post" action={dutyPaths.noticeSetting}>
        <Csrf view={view} />
        <label class="check">
          <input type="checkbox" name="byMail" value="1" checked={setting.byMail} /> {words.byMail}
        </label>
        <TextField
          view={view}
          id="daysBefore"
          name="daysBefore"
          type="number"
          label={words.daysBefore}
          hint={words.daysHint}
          value={String(setting.daysBefore)}
          error={errors['daysBefore']}
          required
        />
        <button class="button" type="submit">
          {words.save}
        </button>
      </form>
    </section>
  )
}

function NewAddress({ view, address }: { view: View; address: string }) {
  const words = noticeTexts[view.lang]
  return (
    <Notice view={view} tone="river" heading={words.feed} live>
      <p>{words.feedLead}</p>
      <p class="feed-address">
        <a href={address}>{address}</a>
      </p>
      <p>{words.feedOnce}</p>
    </Notice>
  )
}

function Feed({ view, feed }: NoticesPageProps) {
  const words = noticeTexts[view.lang]
  return (
    <section class="sheet pad" aria-labelledby="feed">
      <h2 id="feed">{words.feed}</h2>
      <p>{feed ? words.feedMade(shownInstant(view.lang, feed.madeAt)) : words.feedLead}</p>
      {feed && (
        <p class="hint">{feed.readAt ? words.feedRead(shownInstant(view.lang, feed.readAt)) : words.feedNever}</p>
      )}
      <div class="page-actions mt-4">
        <form method="post" action={dutyPaths.feed}>
          <Csrf view={view} />
          <button class="button" type="submit">
            {feed ? words.renew : words.make}
          </button>
        </form>
        {feed && (
          <form method="post" action={dutyPaths.feedRevoke}>
            <Csrf view={view} />
            <button class="button quiet" type="submit">
              {words.revoke}
            </button>
          </form>
        )}
      </div>
    </section>
  )
}
