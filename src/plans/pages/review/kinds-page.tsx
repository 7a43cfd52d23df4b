import type { Span } from '../../../core/text/source.ts'
import { reviewPaths } from '../../review/paths.ts'
import { addedKinds } from '../../review/schema.ts'
import { itemFormTexts } from '../../texts/item-forms.ts'
import { reviewTexts } from '../../texts/review.ts'
import { FormPage } from './form-page.tsx'
import type { Review } from './review-data.ts'

/** What a passage shall become, where no script asks it in place. */
export function KindsPage({ review, passage }: { review: Review; passage: Span | undefined }) {
  const { view, plan, text } = review
  return (
    <FormPage review={review} title={reviewTexts[view.lang].addAs}>
      {passage && <blockquote lang="vi">{(text ?? '').slice(passage.start, passage.end)}</blockquote>}
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
