import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { dayInVietNam } from '../../core/dates/day-in-viet-nam.ts'
import { asSentence } from '../../core/text/casing.ts'
import type { Letter } from '../../platform/mail/mail.ts'
import { shownDay } from '../../ui/dates.ts'
import { dutyPaths } from '../paths.ts'

interface Line {
  readonly kind: string
  readonly taskId: string
  readonly text: string
  readonly dueOn: string | null
  readonly unitName: string
  readonly planTitle: string
  readonly facts: { readonly words?: string }
}

const headings = {
  urged: 'Được đôn đốc',
  overdue: 'Đã quá hạn',
  'due-today': 'Đến hạn hôm nay',
  'due-soon': 'Sắp đến hạn',
} as const

/**
 * One letter with everything that these notices tell the person, the most pressing first; undefined where there is nothing to say any more: no address, the tasks have
 * been done meanwhile, or the person no longer works in the unit that owes them.
 */
export async function noticeLetter(
  ctx: Context,
  personId: string,
  ids: readonly string[],
): Promise<Letter | undefined> {
  const today = dayInVietNam(ctx.clock.now())
  const person = await ctx.db
    .selectFrom('person')
    .select(['fullName', 'email'])
    .where('id', '=', personId)
    .where((eb) => eb.or([eb('leftOn', 'is', null), eb('leftOn', '>', today)]))
    .executeTakeFirst()
  const { rows } = await sql<Line>`
    select notice.kind, notice.task_id, task.text, task.due_on, unit.name as unit_name, notice.facts,
      coalesce(plan.title, plan.name) as plan_title
    from notice join task on task.id = notice.task_id join unit on unit.id = task.unit_id join plan_document plan on plan.id = task.plan_id
    where notice.id = any(${[...ids]}::uuid[]) and task.state = 'open' and exists (
      select from position where position.person_id = ${personId}::uuid and position.unit_id = task.unit_id
        and position.from_date <= ${today}::date and (position.until_date is null or position.until_date > ${today}::date))
    order by task.due_on nulls last, task.id`.execute(ctx.db)
  if (!person?.email || rows.length === 0) return undefined
  const groups = Object.entries(headings).flatMap(([kind, heading]) => {
    const lines = rows.filter((row) => row.kind === kind)
    return lines.length > 0 ? [{ heading, lines }] : []
  })
  const link = (path: string) => (ctx.config.address === null ? '' : `${ctx.config.address}${path}`)
  const text = [
    `Kính gửi ${person.fullName},`,
    '',
    ...groups.flatMap(({ heading, lines }) => [
      `${heading.toUpperCase()} (${lines.length})`,
      ...lines.flatMap((line) => linesOf(line, link)),
      '',
    ]),
    link(dutyPaths.mine) && `Mở «Việc của tôi»: ${link(dutyPaths.mine)}`,
    'Thư này do Lan Tỏa tự gửi. Muốn đổi số ngày nhắc trước hoặc thôi nhận thư, mở trang «Thông báo».',
  ]
  const late = rows.filter(({ kind }) => kind === 'overdue' || kind === 'urged').length
  const subject = late > 0 ? `${rows.length} việc cần làm, ${late} việc đã trễ` : `${rows.length} việc sắp đến hạn`
  return { to: person.email, subject, text: text.join('\n') }
}

function linesOf(line: Line, link: (path: string) => string): string[] {
  const due = line.dueOn === null ? '' : ` Hạn: ${shownDay(line.dueOn)}.`
  const where = link(dutyPaths.task(line.taskId))
  return [
    `- ${onOneLine(asSentence(line.text))}${/[.!?]$/.test(line.text) ? '' : '.'}${due}`,
    `  ${onOneLine(`${line.unitName}. ${line.planTitle}`)}`,
    ...(line.facts.words ? [`  Ý kiến: ${onOneLine(line.facts.words)}`] : []),
    ...(where ? [`  ${where}`] : []),
  ]
}

/** What people typed makes no lines of its own: nobody writes a second letter into ours. */
function onOneLine(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim()
}
