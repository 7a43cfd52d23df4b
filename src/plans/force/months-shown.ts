/** Months of one line that still fit on a page. */
const MOST = 14

/** The months `YYYY-MM` that a plan's timeline shows: its whole period, or of a long one the year of `today`. */
export function monthsShown(from: string | null, to: string | null, today: string): string[] {
  const first = (from ?? `${today.slice(0, 4)}-01`).slice(0, 7)
  const last = (to ?? `${first.slice(0, 4)}-12`).slice(0, 7)
  const all = monthsBetween(first, last)
  if (all.length <= MOST) return all
  const year = all.filter((month) => month.startsWith(today.slice(0, 4)))
  return year.length > 0 ? year : all.slice(0, 12)
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = first.split('-').map(Number)
  for (let key = first; key <= last && months.length < 600; ) {
    months.push(key)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    key = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}
