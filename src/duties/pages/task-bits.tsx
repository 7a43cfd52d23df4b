import { shownDay } from '../../ui/dates.ts'
import { Status } from '../../ui/notice.tsx'
import type { View } from '../../ui/view.ts'
import { daysLeft } from '../due-group.ts'
import type { TaskRow } from '../schema.ts'
import { taskTexts } from '../texts/tasks.ts'

/** The stretch that an occurrence is for: a month, a quarter, half a year, a year, or its two ends. */
export function shownStretch(view: Pick<View, 'lang'>, from: string, to: string): string {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const months = (Number(to.slice(0, 4)) - year) * 12 + Number(to.slice(5, 7)) - month + 1
  const vi = view.lang === 'vi'
  if (months === 1) return vi ? `tháng ${month}/${year}` : `${month}/${year}`
  if (months === 3 && month % 3 === 1)
    return `${vi ? 'quý' : 'quarter'} ${['I', 'II', 'III', 'IV'][(month - 1) / 3]}/${year}`
  if (months === 6 && month % 6 === 1) {
    if (vi) return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`
    return `${month === 1 ? 'first' : 'second'} half of ${year}`
  }
  if (months === 12 && month === 1) return vi ? `năm ${year}` : String(year)
  const [lastYear, last] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))]
  if (!vi) return `${month}/${year} – ${last}/${lastYear}`
  return `tháng ${month}${year === lastYear ? '' : `/${year}`} đến tháng ${last}/${lastYear}`
}

/** When it is due and how far that is, or when it was done. */
export function DueMark({ view, task, today }: { view: Pick<View, 'lang'>; task: TaskRow; today: string }) {
  const words = taskTexts[view.lang]
  if (task.state === 'done' && task.doneOn) return <Status tone="leaf" label={words.doneOn(shownDay(task.doneOn))} />
  if (task.state !== 'open') return <Status tone="plain" label={words.states[task.state]} />
  if (task.dueOn === null) return <Status tone="plain" label={words.noDue} />
  const left = daysLeft(task.dueOn, today)
  const tone = left < 0 ? 'danger' : left <= 3 ? 'amber' : 'plain'
  return <Status tone={tone} label={`${words.due(shownDay(task.dueOn))}, ${words.left(left)}`} />
}
