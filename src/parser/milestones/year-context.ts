import type { FoundPeriod, YearContext } from '../../core/dates/find-periods.ts'
import { monthKey } from '../../core/dates/months.ts'
import { foldInPlace } from '../../core/text/fold.ts'
import type { Outline } from '../outline.ts'

const SCHOOL_YEAR = /nam hoc\s*((?:19|20)\d\d)\s*[-–/]\s*(?:19|20)\d\d/
const STAGE = /(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d/
const YEAR = /(?<!\d[/.-])(?:nam\s+)((?:19|20)\d\d)(?!\d)/g

/** The one year that the words name, the school year that they name, or nothing. */
export function yearNamed(words: string): YearContext {
  const plain = foldInPlace(words)
  const school = SCHOOL_YEAR.exec(plain)
  if (school !== null) return { schoolYear: Number(school[1]) }
  if (STAGE.test(plain)) return {}
  const years = new Set([...plain.matchAll(YEAR)].map((match) => Number(match[1])))
  const [only] = years
  return years.size === 1 && only !== undefined ? { year: only } : {}
}

/** The year that a heading or the head of a line names; undefined where it names something finer, or several years. */
export function insideYear({ kind, from, to }: FoundPeriod): YearContext | undefined {
  if (kind === 'schoolYear') return { schoolYear: Number(from.slice(0, 4)) }
  return kind === 'year' && from.slice(0, 4) === to.slice(0, 4) ? { year: Number(from.slice(0, 4)) } : undefined
}

/** The year of the plan, from its title: the lines between the type and the body that are not the place and date. */
export function planYear(outline: Outline): YearContext {
  const title = outline.header
    .map(({ start, end }) => outline.text.slice(start, end))
    .filter((line) => !/(?:^|[\s,])ngay\s.{0,12}thang\s/.test(foldInPlace(line)))
  return yearNamed(title.join(' '))
}

/** The month in which the document was issued as `YYYY-MM`, from its line of place and date; a blank month leaves the year alone. */
export function issueMonth(outline: Outline): string | undefined {
  for (const { start, end } of outline.header) {
    const match = /ngay\s.{0,14}thang\s{0,3}(\d{1,2})?.{0,8}nam\s*((?:19|20)\d\d)/.exec(
      foldInPlace(outline.text.slice(start, end)),
    )
    if (match?.[2] !== undefined)
      return match[1] === undefined ? match[2] : monthKey(Number(match[2]), Number(match[1]))
  }
  return undefined
}
