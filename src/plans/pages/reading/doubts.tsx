import type { Question } from '../../../parser/contract.ts'
import { Icon } from '../../../ui/icon.tsx'
import { itemIdOf, listedUnused } from '../../passages.ts'
import { Item, type Reading, Section, wordsOf } from './item.tsx'

const QUOTED = 320
const LISTED = 110

/** What the parser will not decide alone, before everything else. */
export function QuestionsSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const { questions } = reading.parsed
  return (
    <Section
      id="questions"
      title={words.questions}
      count={questions.length}
      {...(questions.length > 0 ? { lead: words.questionsLead } : {})}
    >
      {questions.length === 0 && <p class="missing">{words.noQuestions}</p>}
      {questions.map((question, index) => (
        <QuestionCard reading={reading} question={question} id={`questions-${index}`} />
      ))}
    </Section>
  )
}

function QuestionCard({ reading, question, id }: { reading: Reading; question: Question; id: string }) {
  const words = wordsOf(reading)
  const quote = shorten(reading.parsed.text.slice(question.passage.start, question.passage.end), QUOTED)
  const item = itemIdOf(question.path)
  return (
    <article class="entry doubt">
      <Item reading={reading} id={id}>
        <Icon name="question" />
        <strong>{question.reason}</strong>
      </Item>
      {quote && <blockquote>{quote}</blockquote>}
      {question.candidates.length > 0 && (
        <>
          <p class="subject">{words.candidates}</p>
          <ul class="dashes">
            {question.candidates.map((candidate) => (
              <li>{candidate}</li>
            ))}
          </ul>
        </>
      )}
      {reading.byItem.has(item) && (
        <p class="mt-2">
          <a href={`#${item}`}>{words.toItem}</a>
        </p>
      )}
    </article>
  )
}

/** Nothing is dropped in silence: what gave no item is listed. */
export function UnusedSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const { text } = reading.parsed
  const shown = listedUnused(reading.parsed)
  return (
    <Section
      id="unused"
      title={words.unused}
      count={shown.length}
      lead={shown.length > 0 ? words.unusedLead(shown.length) : words.allUsed}
    >
      <ul class="rows small">
        {shown.map(({ index, start, end }) => (
          <Item reading={reading} id={`unused-${index}`} as="li">
            {shorten(text.slice(start, end), LISTED)}
          </Item>
        ))}
      </ul>
    </Section>
  )
}

/** On one line, cut behind a word. */
function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/, '')} …`
}
