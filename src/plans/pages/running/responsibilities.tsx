import { asSentence } from '../../../core/text/casing.ts'
import type { View } from '../../../ui/view.ts'
import type { RunningPlan } from '../../force/running-plan.ts'
import { type Item, isKind } from '../../items/item-schema.ts'
import { forceTexts } from '../../texts/force.ts'
import { readingTexts } from '../../texts/reading.ts'

interface ResponsibilitiesProps {
  readonly view: View
  readonly plan: RunningPlan
}

const NAMED = 6

/** Who does what: what the plan orders («giao») apart from what it asks of bodies that it cannot order («đề nghị»), and what is owed again and again. */
export function Responsibilities({ view, plan }: ResponsibilitiesProps) {
  const words = forceTexts[view.lang].page
  const assignments = plan.items.filter((item) => isKind(item, 'assignment'))
  const requested = assignments.filter(({ data }) => data.relation === 'requested')
  const ordered = assignments.filter(({ data }) => data.relation !== 'requested')
  const groups = [
    [words.ordered, ordered],
    [words.requested, requested],
  ] as const
  return (
    <>
      <Duties view={view} plan={plan} />
      {assignments.length > 0 && (
        <section class="sheet pad mb-6" aria-labelledby="work">
          <h2 id="work">{words.work}</h2>
          {groups.map(
            ([heading, items]) =>
              items.length > 0 && (
                <>
                  <h3 class="relation">{heading}</h3>
                  {items.map((item) => (
                    <Assignment view={view} plan={plan} item={item} />
                  ))}
                </>
              ),
          )}
        </section>
      )}
    </>
  )
}

function Duties({ view, plan }: ResponsibilitiesProps) {
  const words = forceTexts[view.lang].page
  const reading = readingTexts[view.lang].reading
  const duties = plan.items.filter((item) => isKind(item, 'duty'))
  if (duties.length === 0) return null
  return (
    <section class="sheet pad mb-6" aria-labelledby="duties">
      <h2 id="duties">{words.duties}</h2>
      <ul class="duties-of-plan" lang="vi">
        {duties.map(({ id, data }) => (
          <li id={`i-${id}`}>
            <span class="tag">{reading.cadences[data.cadence]}</span> {asSentence(data.text)}
            <span class="row-note">
              {[
                data.by && `${words.by} ${namesOf(view, plan, id, 'owes', data.by)}`,
                data.to && `${words.to} ${data.to}`,
                data.deadline && `${words.due} ${data.deadline}`,
              ]
                .filter(Boolean)
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The units by their names, a long list cut; as printed where it names none of ours. */
function namesOf(view: View, plan: RunningPlan, itemId: string, role: string, printed: string): string {
  const parts = plan.parts.filter((part) => part.itemId === itemId && part.role === role)
  const names = [...new Set(parts.map(({ unitName, title }) => title || unitName))]
  if (names.length === 0) return printed
  if (names.length <= NAMED) return names.join(', ')
  return `${printed} (${names.slice(0, 3).join(', ')} ${forceTexts[view.lang].page.more(names.length - 3)})`
}

function Assignment({ view, plan, item }: ResponsibilitiesProps & { item: Item<'assignment'> & Item }) {
  const works = plan.items.filter((work) => isKind(work, 'work') && work.parentId === item.id)
  return (
    <article class="assignment" id={`i-${item.id}`}>
      <h4 lang="vi">{namesOf(view, plan, item.id, 'assigned', item.data.unit)}</h4>
      <ul class="dashes" lang="vi">
        {works.map((work) => isKind(work, 'work') && <li id={`i-${work.id}`}>{asSentence(work.data.text)}</li>)}
      </ul>
    </article>
  )
}
