import type { ComponentChildren } from 'preact'
import { type Item, type ItemKind, isKind } from '../../items/item-schema.ts'
import { reviewPaths } from '../../review/paths.ts'
import { itemFormTexts } from '../../texts/item-forms.ts'
import { reviewTexts } from '../../texts/review.ts'
import { shownDate, shownPeriod } from '../dates.ts'
import { ItemBox, NotStated, wordsOf } from './item-box.tsx'
import { listId, listOf, type Review } from './review-data.ts'

/** An item as it stands in its list; fields and assignments with everything below them. */
export function Entry({ review, item }: { review: Review; item: Item }) {
  if (isKind(item, 'field')) return <FieldCard review={review} item={item} />
  if (isKind(item, 'assignment')) return <AssignmentCard review={review} item={item} />
  const classes = item.kind === 'milestone' || item.kind === 'duty' ? { class: 'two' } : {}
  return (
    <ItemBox review={review} item={item} {...classes}>
      <Words review={review} item={item} />
    </ItemBox>
  )
}

/** What an item says, in one or two lines. */
export function Words({ review, item }: { review: Review; item: Item }) {
  const words = wordsOf(review)
  const { lang } = review.view
  if (isKind(item, 'criterion')) {
    const { subject, text } = item.data
    return (
      <span>
        {subject !== 'any' && <strong class="subject-mark">{words.subjects[subject]}: </strong>}
        {text}
      </span>
    )
  }
  if (isKind(item, 'target')) {
    const { min, subject, per, period } = item.data
    return (
      <span>
        <strong>{words.target(min, words.targetNouns[subject], per ?? '')}</strong>
        {period && <span class="tag">{shownPeriod(lang, period)}</span>}
      </span>
    )
  }
  if (isKind(item, 'milestone'))
    return (
      <Two
        when={shownPeriod(lang, item.data)}
        text={item.data.text}
        notes={[[words.deadline, item.data.deadline ?? null]]}
      />
    )
  if (isKind(item, 'duty')) {
    const { cadence, text, deadline, by, to, due } = item.data
    const notes: readonly (readonly [string, string | null])[] = [
      [words.deadline, deadline ?? (due && `${due.day}/+${due.month}`)],
      [words.dutyBy, by],
      [words.dutyTo, to],
    ]
    return <Two when={words.cadences[cadence]} text={text} notes={notes} />
  }
  if (isKind(item, 'work')) {
    const { text, due } = item.data
    return (
      <span>
        {text}
        {due && <span class="tag">{reviewTexts[lang].dueOn(shownDate(lang, due))}</span>}
      </span>
    )
  }
  return isKind(item, 'citation') ? <Citation review={review} item={item} /> : null
}

function Two({
  when,
  text,
  notes,
}: {
  when: string
  text: string
  notes: readonly (readonly [string, string | null])[]
}) {
  const told = notes.filter(([, value]) => value)
  return (
    <>
      <span class="when">{when}</span>
      <span>
        {text}
        {told.length > 0 && (
          <span class="row-note">{told.map(([label, value]) => `${label}: ${value}`).join(' · ')}</span>
        )}
      </span>
    </>
  )
}

function Citation({ review, item }: { review: Review; item: Item<'citation'> }) {
  const { type, number, basis, date, issuer } = item.data
  const notes = [date && shownDate(review.view.lang, date), issuer].filter(Boolean)
  return (
    <span>
      <strong>{[type, number].filter(Boolean).join(' ')}</strong>
      {basis && <span class="tag">{wordsOf(review).basis}</span>}
      {notes.length > 0 && <span class="row-note">{notes.join(' · ')}</span>}
    </span>
  )
}

/** Every field with who leads it, what counts as exemplary in it and how many are to be found. */
function FieldCard({ review, item }: { review: Review; item: Item<'field'> }) {
  const words = wordsOf(review)
  const { ordinal, title, relation, lead, coordinating, period } = item.data
  const criteria = listOf(review, 'criterion', item.id)
  return (
    <li class="entry">
      <ItemBox review={review} item={item} as="div" class="head">
        <h3>
          {ordinal && <span class="ordinal">{ordinal}</span>}
          {title}
          {relation && <span class="tag">{words.relation[relation]}</span>}
        </h3>
        <dl class="facts">
          <Units review={review} label={words.lead} units={lead} isAlwaysShown />
          <Units review={review} label={words.coordinating} units={coordinating} />
          {period && (
            <>
              <dt>{words.period}</dt>
              <dd>{shownPeriod(review.view.lang, period)}</dd>
            </>
          )}
        </dl>
      </ItemBox>
      <List review={review} kind="target" parentId={item.id} title={words.fieldTargets} />
      <List
        review={review}
        kind="criterion"
        parentId={item.id}
        title={criteria.length > 0 ? words.criteria : ''}
        dashed
      />
    </li>
  )
}

interface UnitsProps {
  readonly review: Review
  readonly label: string
  readonly units: readonly string[]
  readonly isAlwaysShown?: boolean
}

/** The script knows a unit by its place among those of the item: each has passages of its own. */
function Units({ review, label, units, isAlwaysShown }: UnitsProps) {
  if (units.length === 0 && !isAlwaysShown) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {units.length === 0 && <NotStated review={review} />}
        {units.length > 0 && (
          <ul class="units">
            {units.map((unit) => (
              <li>{unit}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  )
}

function AssignmentCard({ review, item }: { review: Review; item: Item<'assignment'> }) {
  const { unit, relation } = item.data
  return (
    <li class="entry">
      <ItemBox review={review} item={item} as="div" class="head">
        <h3>
          {unit}
          {relation && <span class="tag">{wordsOf(review).relation[relation]}</span>}
        </h3>
      </ItemBox>
      <List review={review} kind="work" parentId={item.id} title="" dashed />
    </li>
  )
}

interface ListProps {
  readonly review: Review
  readonly kind: ItemKind
  readonly parentId: string | null
  /** Stands above the list while it holds something. */
  readonly title: string
  readonly dashed?: boolean
  readonly empty?: ComponentChildren
}

/** The items of one kind below one parent, and the way to one more. */
export function List({ review, kind, parentId, title, dashed, empty }: ListProps) {
  const entries = listOf(review, kind, parentId)
  const isInside = parentId !== null
  return (
    <div class={isInside ? 'inside' : undefined}>
      {title && entries.length > 0 && <h4>{title}</h4>}
      {entries.length === 0 && empty}
      <ul class={dashed ? 'list dashes' : isInside ? 'list' : 'list rows'} id={listId(kind, parentId)}>
        {entries.map((item) => (
          <Entry review={review} item={item} />
        ))}
      </ul>
      {review.mayEdit && (
        <a class="add" href={reviewPaths.adding(review.plan.id, { kind, under: parentId })}>
          {itemFormTexts[review.view.lang].addKind[kind]}
        </a>
      )}
    </div>
  )
}
