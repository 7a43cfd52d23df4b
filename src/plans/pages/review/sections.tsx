import type { ItemKind } from '../../items/item-schema.ts'
import { itemAnchor } from '../../review/paths.ts'
import { reviewTexts } from '../../texts/review.ts'
import { List } from './entries.tsx'
import { foreignLang, Section, wordsOf } from './item-box.tsx'
import { listOf, type Review } from './review-data.ts'

const LISTED_FROM = 7
const OPEN_TO = 15

/** What holds for the whole plan: criteria and numbers that belong to no single field. */
export function GeneralSection({ review }: { review: Review }) {
  const words = wordsOf(review)
  return (
    <Section id="general" title={words.general} count={listOf(review, 'criterion').length}>
      <List review={review} kind="criterion" parentId={null} title="" dashed empty={<None review={review} />} />
      <h3 class="mt-4">{words.targets}</h3>
      <List review={review} kind="target" parentId={null} title="" empty={<None review={review} />} />
    </Section>
  )
}

export function FieldsSection({ review }: { review: Review }) {
  const words = wordsOf(review)
  const fields = listOf(review, 'field')
  return (
    <Section id="fields" title={words.fields} count={fields.length}>
      {fields.length >= LISTED_FROM && <FieldIndex review={review} />}
      <List
        review={review}
        kind="field"
        parentId={null}
        title=""
        empty={review.text === null ? <None review={review} /> : <p class="missing">{words.noFields}</p>}
      />
    </Section>
  )
}

/** Many fields are first named one under the other, to jump to. */
function FieldIndex({ review }: { review: Review }) {
  const fields = listOf(review, 'field')
  return (
    <details class="jump no-print" open={fields.length <= OPEN_TO}>
      <summary>{wordsOf(review).allFields(fields.length)}</summary>
      <ol lang={foreignLang(review)}>
        {fields.map(({ id, data }) => (
          <li>
            <a href={`#${itemAnchor(id)}`}>{[data.ordinal, data.title].filter(Boolean).join('. ')}</a>
          </li>
        ))}
      </ol>
    </details>
  )
}

interface ListSectionProps {
  readonly review: Review
  readonly id: string
  readonly kind: ItemKind
  readonly title: string
}

export function ListSection({ review, id, kind, title }: ListSectionProps) {
  return (
    <Section id={id} title={title} count={listOf(review, kind).length}>
      <List review={review} kind={kind} parentId={null} title="" empty={<None review={review} />} />
    </Section>
  )
}

function None({ review }: { review: Review }) {
  const words = review.text === null ? reviewTexts[review.view.lang].nothingYet : wordsOf(review).none
  return <p class="missing">{words}</p>
}
