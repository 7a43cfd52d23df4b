import { reviewPaths } from '../../review/paths.ts'
import { type AddQuery, addedKinds } from '../../review/schema.ts'
import { itemFormTexts } from '../../texts/item-forms.ts'
import { reviewTexts } from '../../texts/review.ts'
import { FormPage } from './form-page.tsx'
import type { Review } from './review-data.ts'

/** What a passage shall become, where no script asks it in place. */
export function KindsPage({ review, query }: { review: Review; query: AddQuery }) {
  const { view, plan, text } = review
  const { start, end } = query
  const passage = start === null || end === null ? {} : { start, end }
  const quote = start === null || end === null ? '' : (text ?? '').slice(start, end).trim()
  return (
    <FormPage review={review} title={reviewTexts[view.lang].addAs}>
      {quote && <blockquote lang="vi">{quote}</blockquote>}
      <ul class="plain-list mt-4">
        {addedKinds.map((kind) => (
          <li>
            <a href={reviewPaths.adding(plan.id, { kind, ...passage })}>{itemFormTexts[view.lang].addKind[kind]}</a>
          </li>
        ))}
      </ul>
    </FormPage>
  )
}
