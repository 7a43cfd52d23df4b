import type { View } from '../../../ui/view.ts'
import type { NamedPart, RunningPlan } from '../../force/running-plan.ts'
import { type Item, isKind } from '../../items/item-schema.ts'
import { forceTexts } from '../../texts/force.ts'
import { readingTexts } from '../../texts/reading.ts'
import { shownPeriod } from '../dates.ts'

interface FieldsProps {
  readonly view: View
  readonly plan: RunningPlan
}

/** The fields with who leads them, what is asked of exemplars and how many are needed. */
export function FieldsOfPlan({ view, plan }: FieldsProps) {
  const words = forceTexts[view.lang].page
  const fields = plan.items.filter((item) => isKind(item, 'field'))
  const general = plan.items.filter((item) => isKind(item, 'criterion') && item.parentId === null)
  const whole = plan.items.filter((item) => isKind(item, 'target') && item.parentId === null)
  return (
    <section class="sheet pad mb-6" aria-labelledby="fields">
      <h2 id="fields">{words.fields}</h2>
      {fields.length === 0 && <p class="missing">{words.noFields}</p>}
      {fields.length > 0 && <p class="hint no-print">{words.foundHint}</p>}
      <Targets view={view} targets={whole} heading={words.wholeTargets} />
      <Criteria view={view} criteria={general} heading={words.generalCriteria} />
      {fields.map((field) => (
        <FieldOfPlan view={view} plan={plan} field={field} />
      ))}
    </section>
  )
}

function FieldOfPlan({ view, plan, field }: FieldsProps & { field: Item }) {
  if (!isKind(field, 'field')) return null
  const words = forceTexts[view.lang].page
  const below = plan.items.filter(({ parentId }) => parentId === field.id)
  const { ordinal, title, period, lead, coordinating } = field.data
  const ofField = plan.parts.filter(({ itemId }) => itemId === field.id)
  return (
    <article class="field-of-plan" id={`i-${field.id}`}>
      <h3 lang="vi">
        {ordinal && <span class="ordinal">{ordinal}</span>}
        {title}
        {period && <span class="tag">{shownPeriod(view.lang, period)}</span>}
      </h3>
      <p lang="vi">
        <Named label={words.lead} parts={ofField.filter(({ role }) => role === 'lead')} printed={lead} />
        <Named
          label={words.coordinating}
          parts={ofField.filter(({ role }) => role === 'coordinating')}
          printed={coordinating}
        />
      </p>
      <Targets view={view} targets={below.filter((item) => isKind(item, 'target'))} heading={words.targets} />
      <Criteria view={view} criteria={below.filter((item) => isKind(item, 'criterion'))} heading={words.criteria} />
    </article>
  )
}

/** Units of ours by their own names; those that are none of ours as printed. */
function Named({ label, parts, printed }: { label: string; parts: readonly NamedPart[]; printed: readonly string[] }) {
  const names = parts.length > 0 ? [...new Set(parts.map(({ unitName, title }) => title || unitName))] : printed
  if (names.length === 0) return null
  return (
    <span class="named">
      <strong>{label}:</strong> {names.join('; ')}.{' '}
    </span>
  )
}

function Targets({ view, targets, heading }: { view: View; targets: readonly Item[]; heading: string }) {
  const words = readingTexts[view.lang].reading
  const own = forceTexts[view.lang].page
  if (targets.length === 0) return null
  return (
    <p class="targets">
      <strong>{heading}:</strong>{' '}
      {targets.map((item) => {
        if (!isKind(item, 'target')) return null
        const { min, subject, per } = item.data
        return (
          <span class="target">
            {own.needed(lowerFirst(words.target(min, words.targetNouns[subject], per ?? '')))} <em>({own.found})</em>
          </span>
        )
      })}
    </p>
  )
}

/** Criteria under the kind of subject that they are for. */
function Criteria({ view, criteria, heading }: { view: View; criteria: readonly Item[]; heading: string }) {
  const words = readingTexts[view.lang].reading
  if (criteria.length === 0) return null
  const bySubject = Map.groupBy(
    criteria.filter((item) => isKind(item, 'criterion')),
    ({ data }) => data.subject,
  )
  return (
    <details class="criteria">
      <summary>
        {heading} ({criteria.length})
      </summary>
      {[...bySubject].map(([subject, items]) => (
        <>
          {subject !== 'any' && <p class="subject">{words.subjects[subject]}</p>}
          <ul class="dashes" lang="vi">
            {items.map(({ id, data }) => (
              <li id={`i-${id}`}>{data.text}</li>
            ))}
          </ul>
        </>
      ))}
    </details>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
