import { isCapitals } from '../../../core/text/fold.ts'
import { type Paragraph, type Passage, type Piece, paragraphsOf, passageId } from '../../passages.ts'
import { type Reading, wordsOf } from './item.tsx'

const LONGEST_HEADING = 160

/** The repaired text on paper, every passage marked and leading to what was read from it. */
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
          <Line paragraph={paragraph} text={reading.parsed.text} />
        ))}
      </section>
    </div>
  )
}

function Line({ paragraph, text }: { paragraph: Paragraph; text: string }) {
  const line = text.slice(paragraph.start, paragraph.end)
  const isHeading = line.length <= LONGEST_HEADING && isCapitals(line)
  return (
    <p class={isHeading ? 'heading' : undefined}>
      <Pieces pieces={paragraph.pieces} within={null} />
    </p>
  )
}

function Pieces({ pieces, within }: { pieces: readonly Piece[]; within: Passage | null }) {
  return (
    <>
      {pieces.map((piece) => {
        if (typeof piece !== 'string') return <Marked piece={piece} />
        return within ? <a href={target(within)}>{piece}</a> : piece
      })}
    </>
  )
}

const classes = { read: 'q', question: 'q doubtful', unused: 'q unused' } as const

function Marked({ piece }: { piece: Exclude<Piece, string> }) {
  const { passage, begins, inside } = piece
  const marks = {
    class: classes[passage.kind],
    ...(begins ? { id: passageId(passage) } : { 'data-k': `${passage.start}-${passage.end}` }),
  }
  const [only] = inside
  if (inside.length === 1 && typeof only === 'string') {
    return (
      <a {...marks} href={target(passage)}>
        {only}
      </a>
    )
  }
  return (
    <span {...marks}>
      <Pieces pieces={inside} within={passage} />
    </span>
  )
}

function target(passage: Passage): string {
  return `#${passage.items[0] ?? 'main'}`
}
