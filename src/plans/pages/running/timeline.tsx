import { asSentence } from '../../../core/text/casing.ts'
import type { View } from '../../../ui/view.ts'
import type { MonthStanding, RunningPlan } from '../../force/running-plan.ts'
import { type Item, isKind } from '../../items/item-schema.ts'
import { forceTexts } from '../../texts/force.ts'

interface TimelineProps {
  readonly view: View
  readonly plan: RunningPlan
  readonly months: readonly string[]
  readonly today: string
}

/** Milestones as stretches and duties as due months, a table that is read out and printed as one. */
export function Timeline({ view, plan, months, today }: TimelineProps) {
  const words = forceTexts[view.lang].page
  const lines = plan.items.filter((item) => isKind(item, 'milestone') || isKind(item, 'duty'))
  if (lines.length === 0 || months.length === 0) return null
  const standing = new Map(plan.months.map((one) => [`${one.itemId} ${one.month}`, one]))
  const texts = Map.groupBy(lines, textOf)
  // One sentence may owe twice a year: only the day tells its lines apart.
  const isTwin = (item: Item): item is Item & Item<'duty'> =>
    isKind(item, 'duty') && texts.get(textOf(item))?.length !== 1
  return (
    <section class="sheet pad mb-6 timeline" aria-labelledby="timeline">
      <h2 id="timeline">{words.timeline}</h2>
      <p class="hint no-print">{words.timelineHint}</p>
      {/* Scrolled sideways with the keyboard on a narrow screen, so it has to take the focus. */}
      <section class="timeline-scroll" tabindex={0} aria-label={words.timelineHint}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              {months.map((month) => (
                <th scope="col" class={today.startsWith(month) ? 'now' : undefined}>
                  <abbr title={`${Number(month.slice(5))}/${month.slice(0, 4)}`}>{Number(month.slice(5))}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((item) => (
              <tr id={isKind(item, 'milestone') ? `i-${item.id}` : undefined}>
                <th scope="row" lang="vi">
                  <span>{textOf(item)}</span>
                  {isTwin(item) && <small class="row-note">{item.data.deadline}</small>}
                </th>
                {months.map((month) => (
                  <td class={today.startsWith(month) ? 'now' : undefined}>
                    <Mark item={item} month={month} standing={standing.get(`${item.id} ${month}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function textOf(item: Item): string {
  return isKind(item, 'milestone') || isKind(item, 'duty') ? asSentence(item.data.text) : ''
}

function Mark({ item, month, standing }: { item: Item; month: string; standing: MonthStanding | undefined }) {
  const isStretch = isKind(item, 'milestone') && item.data.from <= month && month <= item.data.to
  if (!standing) return isStretch ? <span class="stretch" /> : null
  const { due, done, late } = standing
  const tone = late > 0 ? 'late' : done === due ? 'done' : 'open'
  return (
    <span class={`mark ${tone}${isStretch ? ' on-stretch' : ''}`}>
      {done}/{due}
    </span>
  )
}
