import type { View } from '../../../ui/view.ts'
import { reviewAnswerTexts } from '../../texts/review-answers.ts'

/** The keys of the page, in sight of whoever looks for them; `?` opens the list. */
export function Shortcuts({ view }: { view: View }) {
  const words = reviewAnswerTexts[view.lang].shortcuts
  return (
    <details class="part shortcuts no-print" id="shortcuts">
      <summary>{words.title}</summary>
      <p class="hint mb-3">{words.lead}</p>
      <dl class="facts">
        {Object.entries(words.list).map(([key, what]) => (
          <>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </>
        ))}
      </dl>
    </details>
  )
}
