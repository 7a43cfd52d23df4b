import type { Criterion, Field, Subject, Target } from '../../../parser/contract.ts'
import { shownPeriod } from '../dates.ts'
import { foreignLang, Item, NotStated, type Reading, Section, wordsOf } from './item.tsx'

const LISTED_FROM = 7
const OPEN_TO = 15

/** Every field with who leads it, what counts as exemplary in it and how many are to be found. */
export function FieldsSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const { fields } = reading.parsed.plan
  return (
    <Section id="fields" title={words.fields} count={fields.length}>
      {fields.length === 0 && <p class="missing">{words.noFields}</p>}
      {fields.length >= LISTED_FROM && <FieldList reading={reading} />}
      {fields.map((field, index) => (
        <FieldCard reading={reading} field={field} id={`fields-${index}`} />
      ))}
    </Section>
  )
}

/** Many fields are first named one under the other, to jump to. */
function FieldList({ reading }: { reading: Reading }) {
  const { fields } = reading.parsed.plan
  return (
    <details class="jump no-print" open={fields.length <= OPEN_TO}>
      <summary>{wordsOf(reading).allFields(fields.length)}</summary>
      <ol lang={foreignLang(reading)}>
        {fields.map((field, index) => (
          <li>
            <a href={`#fields-${index}`}>{[field.ordinal, field.title].filter(Boolean).join('. ')}</a>
          </li>
        ))}
      </ol>
    </details>
  )
}

function FieldCard({ reading, field, id }: { reading: Reading; field: Field; id: string }) {
  const words = wordsOf(reading)
  return (
    <article class="entry">
      <h3>
        <Item reading={reading} id={id} as="span">
          {field.ordinal && <span class="ordinal">{field.ordinal}</span>}
          {field.title}
          {field.relation && <span class="tag">{words.relation[field.relation]}</span>}
        </Item>
      </h3>
      <dl class="facts">
        <Units reading={reading} id={`${id}-lead`} label={words.lead} units={field.lead} isAlwaysShown />
        <Units reading={reading} id={`${id}-coordinating`} label={words.coordinating} units={field.coordinating} />
        {field.period && (
          <>
            <dt>{words.period}</dt>
            <Item reading={reading} id={`${id}-period`} as="dd">
              {shownPeriod(reading.view.lang, field.period)}
            </Item>
          </>
        )}
        {field.targets.length > 0 && (
          <>
            <dt>{words.fieldTargets}</dt>
            <dd>
              <TargetList reading={reading} id={`${id}-targets`} targets={field.targets} />
            </dd>
          </>
        )}
      </dl>
      {field.criteria.length > 0 && (
        <>
          <h4>{words.criteria}</h4>
          <Criteria reading={reading} id={`${id}-criteria`} criteria={field.criteria} />
        </>
      )}
    </article>
  )
}

interface UnitsProps {
  readonly reading: Reading
  readonly id: string
  readonly label: string
  readonly units: readonly string[]
  readonly isAlwaysShown?: boolean
}

function Units({ reading, id, label, units, isAlwaysShown }: UnitsProps) {
  if (units.length === 0 && !isAlwaysShown) return null
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {units.length === 0 && <NotStated reading={reading} />}
        <ul>
          {units.map((unit, index) => (
            <Item reading={reading} id={`${id}-${index}`} as="li">
              {unit}
            </Item>
          ))}
        </ul>
      </dd>
    </>
  )
}

export function TargetList({ reading, id, targets }: { reading: Reading; id: string; targets: readonly Target[] }) {
  const words = wordsOf(reading)
  return (
    <ul>
      {targets.map((target, index) => (
        <Item reading={reading} id={`${id}-${index}`} as="li">
          <strong>{words.target(target.min, words.targetNouns[target.subject], target.per ?? '')}</strong>
          {target.period && <span class="tag">{shownPeriod(reading.view.lang, target.period)}</span>}
        </Item>
      ))}
    </ul>
  )
}

/** Criteria under the kind of subject they are for, kinds in the order of the document. */
function Criteria({ reading, id, criteria }: { reading: Reading; id: string; criteria: readonly Criterion[] }) {
  const words = wordsOf(reading)
  const subjects = [...new Set(criteria.map(({ subject }) => subject))]
  const of = (subject: Subject) => [...criteria.entries()].filter(([, criterion]) => criterion.subject === subject)
  return (
    <>
      {subjects.map((subject) => (
        <div class="by-subject">
          <p class="subject">{words.subjects[subject]}</p>
          <ul class="dashes">
            {of(subject).map(([index, criterion]) => (
              <Item reading={reading} id={`${id}-${index}`} as="li">
                {criterion.text}
              </Item>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
