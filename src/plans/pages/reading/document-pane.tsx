import { isCapitals } from '../../../core/text/fold.ts'
import { type Paragraph, type Piece, paragraphsOf, passageId } from '../../passages.ts'
import { type Reading, wordsOf } from './item.tsx'

const LONGEST_HEADING = 160

/** The repaired text on paper: every passage marked, every paragraph leading to what was read from it. */
export function DocumentPane({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const paragraphs = paragraphsOf(reading.parsed.text, reading.passages)
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
      <section class="paper" id="paper" tabindex={0} aria-labelledby="text-title" lang="vi">
        {paragraphs.map((paragraph) => (
          <Line paragraph={paragraph} text={reading.parsed.text} label={words.toRead} />
        ))}
      </section>
    </div>
  )
}

function Line({ paragraph, text, label }: { paragraph: Paragraph; text: string; label: string }) {
  const line = text.slice(paragraph.start, paragraph.end)
  const isHeading = line.length <= LONGEST_HEADING && isCapitals(line)
  const item = firstItem(paragraph.pieces)
  return (
    <p class={isHeading ? 'heading' : undefined}>
      {item && (
        <a class="back no-print" href={`#${item}`}>
          {label}
        </a>
      )}
      <Pieces pieces={paragraph.pieces} />
    </p>
  )
}

/** What the paragraph leads to: the first item that was read from words that begin in it. */
function firstItem(pieces: readonly Piece[]): string | undefined {
  for (const piece of pieces) {
    if (typeof piece === 'string' || piece.passage.kind === 'unused') continue
    const item = piece.begins ? piece.passage.items[0] : firstItem(piece.inside)
    if (item) return item
  }
  return undefined
}

const classes = { read: 'q', question: 'q doubtful', unused: 'q unused' } as const

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece) => {
        if (typeof piece === 'string') return piece
        const { passage, begins, inside } = piece
        const key = begins ? { id: passageId(passage) } : { 'data-k': `${passage.start}-${passage.end}` }
        return (
          <span class={classes[passage.kind]} {...key}>
            <Pieces pieces={inside} />
          </span>
        )
      })}
    </>
  )
}
