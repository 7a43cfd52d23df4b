import { isCapitals } from '../../../core/text/fold.ts'
import { type Paragraph, type Passage, type Piece, paragraphsOf } from '../../review/passages.ts'
import { addedKinds } from '../../review/schema.ts'
import { itemFormTexts } from '../../texts/item-forms.ts'
import { reviewTexts } from '../../texts/review.ts'
import { addingFrom, wordsOf } from './item-box.tsx'
import type { Review } from './review-data.ts'

const LONGEST_HEADING = 160

/** So many paragraphs are laid out or passed over at once; each for itself would keep a browser busy with asking what is in sight. */
const STRETCH = 12

/** The repaired text on paper: every passage marked, every paragraph leading to what was read from it, or to making it an item. */
export function DocumentPane({ review, text }: { review: Review; text: string }) {
  const words = wordsOf(review)
  return (
    <div class="pane" id="text">
      <div class="pane-head no-print">
        <h2 id="text-title">{words.text}</h2>
        <a class="button small quiet" href="#main">
          {words.toTop}
        </a>
        <button class="button small quiet" type="button" data-close hidden>
          {words.hideText}
        </button>
      </div>
      <p class="hint pane-hint no-print">{words.textLead}</p>
      {/* Scrolled with the keyboard, so it has to take the focus. */}
      <section
        class="paper"
        id="paper"
        tabindex={0}
        aria-labelledby="text-title"
        lang="vi"
        data-stem={review.names.stem}
      >
        {stretches(paragraphsOf(text, review.passages)).map((stretch) => (
          <div>
            {stretch.map((paragraph) => (
              <Line review={review} paragraph={paragraph} text={text} />
            ))}
          </div>
        ))}
      </section>
      {review.mayEdit && <KindMenu review={review} />}
    </div>
  )
}

function stretches(paragraphs: readonly Paragraph[]): (readonly Paragraph[])[] {
  const count = Math.ceil(paragraphs.length / STRETCH)
  return Array.from({ length: count }, (_, n) => paragraphs.slice(n * STRETCH, (n + 1) * STRETCH))
}

/** For the script: what a selected passage can become. */
function KindMenu({ review }: { review: Review }) {
  const { lang } = review.view
  const { kinds } = itemFormTexts[lang]
  return (
    <div class="kind-menu no-print" id="kind-menu" role="menu" aria-label={reviewTexts[lang].addAs} hidden>
      <p aria-hidden="true">{reviewTexts[lang].addAs}</p>
      {addedKinds.map((kind) => (
        <button type="button" role="menuitem" data-add={kind}>
          {kinds[kind]}
        </button>
      ))}
    </div>
  )
}

interface LineProps {
  readonly review: Review
  readonly paragraph: Paragraph
  readonly text: string
}

/** One paragraph; where it begins in the text follows from those in front of it and the gaps between them. */
export function Line({ review, paragraph, text }: LineProps) {
  const { start, end, gap, pieces } = paragraph
  const line = text.slice(start, end)
  const isHeading = line.length <= LONGEST_HEADING && isCapitals(line)
  const passage = firstPassage(pieces)
  return (
    <p class={isHeading ? 'heading' : undefined} data-gap={gap || undefined}>
      {passage && (
        <a class="back" href={`#${review.names.backFrom(passage)}`}>
          {wordsOf(review).toRead}
        </a>
      )}
      {!passage && review.mayEdit && isUnused(pieces) && (
        <a class="back plus from" href={addingFrom(review, paragraph)}>
          {reviewTexts[review.view.lang].addAs}
        </a>
      )}
      <Pieces review={review} pieces={pieces} />
    </p>
  )
}

/** What the paragraph leads from: the first passage that begins in it and gave an item. */
function firstPassage(pieces: readonly Piece[]): Passage | undefined {
  for (const piece of pieces) {
    if (typeof piece === 'string' || piece.passage.kind === 'unused') continue
    const found = piece.begins ? piece.passage : firstPassage(piece.inside)
    if (found) return found
  }
  return undefined
}

/** Nothing of the paragraph has gone into an item. */
function isUnused(pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => typeof piece === 'string' || piece.passage.kind === 'unused')
}

const classes = { read: 'q', question: 'q doubtful', unused: 'q unused' } as const

function Pieces({ review, pieces }: { review: Review; pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (typeof piece === 'string') return piece
        const { passage, begins, inside } = piece
        const { id, others } = review.names.marksOf(passage, begins)
        return (
          <span class={classes[passage.kind]} id={id} data-i={others}>
            <Pieces review={review} pieces={inside} />
          </span>
        )
      })}
    </>
  )
}
