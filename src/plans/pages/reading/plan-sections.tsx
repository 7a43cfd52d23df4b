import type { ComponentChildren } from 'preact'
import type { Assignment, Citation, Milestone, RecurringDuty } from '../../../parser/contract.ts'
import { shownDate, shownPeriod } from '../dates.ts'
import { TargetList } from './fields-section.tsx'
import { Item, type Reading, Section, wordsOf } from './item.tsx'

/** What holds for the whole plan: criteria and numbers that belong to no single field. */
export function GeneralSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const { generalCriteria, targets } = reading.parsed.plan
  return (
    <Section id="general" title={words.general} count={generalCriteria.length}>
      {generalCriteria.length === 0 && <p class="missing">{words.none}</p>}
      <ul class="dashes">
        {generalCriteria.map((text, index) => (
          <Item reading={reading} id={`generalCriteria-${index}`} as="li">
            {text}
          </Item>
        ))}
      </ul>
      {targets.length > 0 && (
        <>
          <h3 class="mt-4">{words.targets}</h3>
          <TargetList reading={reading} id="targets" targets={targets} />
        </>
      )}
    </Section>
  )
}

interface ListSectionProps<Entry> {
  readonly reading: Reading
  readonly id: string
  readonly title: string
  readonly entries: readonly Entry[]
  readonly show: (entry: Entry, index: number) => ComponentChildren
}

function ListSection<Entry>({ reading, id, title, entries, show }: ListSectionProps<Entry>) {
  return (
    <Section id={id} title={title} count={entries.length}>
      {entries.length === 0 ? (
        <p class="missing">{wordsOf(reading).none}</p>
      ) : (
        <ul class="rows">{entries.map(show)}</ul>
      )}
    </Section>
  )
}

export function MilestonesSection({ reading }: { reading: Reading }) {
  const show = (milestone: Milestone, index: number) => (
    <Item reading={reading} id={`milestones-${index}`} as="li" class="two">
      <span class="when">{shownPeriod(reading.view.lang, milestone)}</span>
      <span>{milestone.text}</span>
    </Item>
  )
  const { milestones } = reading.parsed.plan
  return (
    <ListSection
      reading={reading}
      id="milestones"
      title={wordsOf(reading).milestones}
      entries={milestones}
      show={show}
    />
  )
}

export function DutiesSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const show = (duty: RecurringDuty, index: number) => {
    const details = [
      [words.deadline, duty.deadline],
      [words.dutyBy, duty.by],
      [words.dutyTo, duty.to],
    ].filter(([, value]) => value)
    return (
      <Item reading={reading} id={`recurringDuties-${index}`} as="li" class="two">
        <span class="when">{words.cadences[duty.cadence]}</span>
        <span>
          {duty.text}
          {details.length > 0 && (
            <span class="row-note">{details.map(([label, value]) => `${label}: ${value}`).join(' · ')}</span>
          )}
        </span>
      </Item>
    )
  }
  const { recurringDuties } = reading.parsed.plan
  return <ListSection reading={reading} id="duties" title={words.duties} entries={recurringDuties} show={show} />
}

export function AssignmentsSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const show = (assignment: Assignment, index: number) => (
    <li>
      <h3>
        <Item reading={reading} id={`assignments-${index}`} as="span">
          {assignment.unit}
          {assignment.relation && <span class="tag">{words.relation[assignment.relation]}</span>}
        </Item>
      </h3>
      <ul class="dashes">
        {assignment.tasks.map((task, number) => (
          <Item reading={reading} id={`assignments-${index}-tasks-${number}`} as="li">
            {task}
          </Item>
        ))}
      </ul>
    </li>
  )
  const { assignments } = reading.parsed.plan
  return <ListSection reading={reading} id="assignments" title={words.assignments} entries={assignments} show={show} />
}

export function CitationsSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const show = (citation: Citation, index: number) => (
    <Item reading={reading} id={`citations-${index}`} as="li">
      <strong>{[citation.type, citation.number].filter(Boolean).join(' ')}</strong>
      {citation.basis && <span class="tag">{words.basis}</span>}
      <span class="row-note">
        {[citation.date && shownDate(reading.view.lang, citation.date), citation.issuer].filter(Boolean).join(' · ')}
      </span>
    </Item>
  )
  const { citations } = reading.parsed.plan
  return <ListSection reading={reading} id="citations" title={words.citations} entries={citations} show={show} />
}

export function DifficultiesSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const { difficultiesTo } = reading.parsed.plan
  return (
    <Section id="difficulties" title={words.difficulties}>
      <Item reading={reading} id="difficultiesTo" as="div">
        {difficultiesTo ?? <span class="missing">{words.none}</span>}
      </Item>
    </Section>
  )
}
