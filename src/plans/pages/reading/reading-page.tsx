import type { ParsedPlan } from '../../../parser/contract.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Shell } from '../../../ui/shell.tsx'
import type { View } from '../../../ui/view.ts'
import { listedUnused, passagesByItem, passagesOf } from '../../passages.ts'
import { planPaths } from '../../paths.ts'
import type { StoredDocument } from '../../schema.ts'
import { listingTexts } from '../../texts/listing.ts'
import { shownPartialDate } from '../dates.ts'
import { DocumentPane } from './document-pane.tsx'
import { DocumentSection } from './document-section.tsx'
import { QuestionsSection, UnusedSection } from './doubts.tsx'
import { FieldsSection } from './fields-section.tsx'
import { type Reading, wordsOf } from './item.tsx'
import {
  AssignmentsSection,
  CitationsSection,
  DifficultiesSection,
  DutiesSection,
  GeneralSection,
  MilestonesSection,
} from './plan-sections.tsx'

interface ReadingPageProps {
  readonly view: View
  readonly document: StoredDocument
  readonly parsed: ParsedPlan
  readonly mayImport: boolean
}

/** The document and what was read from it, side by side. */
export function ReadingPage({ view, document, parsed, mayImport }: ReadingPageProps) {
  const passages = passagesOf(parsed)
  const reading: Reading = { view, parsed, passages, byItem: passagesByItem(passages) }
  const words = wordsOf(reading)
  const title = document.title ?? document.name
  return (
    <Shell view={view} title={title} styles={['reading']} scripts={['passages']}>
      <PageHeader
        view={view}
        title={title}
        crumbs={[
          { label: listingTexts[view.lang].nav, href: planPaths.list },
          { label: document.number ?? words.document },
        ]}
        lead={<Lead reading={reading} />}
        actions={<PageActions reading={reading} document={document} mayImport={mayImport} />}
      />
      {parsed.questions.length > 0 && (
        <Notice view={view} tone="amber">
          <a href="#questions">{words.questionsNotice(parsed.questions.length)}</a>
        </Notice>
      )}
      <Contents reading={reading} />
      <div class="reading">
        <div class="items">
          <QuestionsSection reading={reading} />
          <DocumentSection reading={reading} />
          <GeneralSection reading={reading} />
          <FieldsSection reading={reading} />
          <MilestonesSection reading={reading} />
          <DutiesSection reading={reading} />
          <AssignmentsSection reading={reading} />
          <CitationsSection reading={reading} />
          <DifficultiesSection reading={reading} />
          <UnusedSection reading={reading} />
        </div>
        <DocumentPane reading={reading} />
      </div>
    </Shell>
  )
}

function Lead({ reading }: { reading: Reading }) {
  const { type, number, symbol, issuer, date } = reading.parsed.plan.document
  const facts = [[type, number ?? symbol].filter(Boolean).join(' '), issuer, shownPartialDate(reading.view.lang, date)]
  return <p>{facts.filter(Boolean).join(' · ')}</p>
}

function PageActions({
  reading,
  document,
  mayImport,
}: { reading: Reading } & Pick<ReadingPageProps, 'document' | 'mayImport'>) {
  const words = wordsOf(reading)
  const [first, ...others] = document.files
  return (
    <>
      {first && others.length === 0 && (
        <a class="button small" href={planPaths.file(document.id, first.position)} download={first.name}>
          <Icon name="download" />
          {words.download}
        </a>
      )}
      {others.length > 0 && (
        <Menu icon="download" label={words.download}>
          {document.files.map((file) => (
            <a href={planPaths.file(document.id, file.position)} download={file.name}>
              {words.downloadPage(file.position + 1)}
            </a>
          ))}
        </Menu>
      )}
      <button class="button small" type="button" data-print hidden>
        <Icon name="print" />
        {words.print}
      </button>
      {mayImport && (
        <a class="button small grave" href={planPaths.remove(document.id)}>
          <Icon name="trash" />
          {words.remove}
        </a>
      )}
    </>
  )
}

function Contents({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const { plan, questions } = reading.parsed
  const entries: readonly (readonly [id: string, label: string, count: number | null])[] = [
    ['questions', words.questionsShort, questions.length],
    ['document', words.short.document, null],
    ['general', words.short.general, plan.generalCriteria.length],
    ['fields', words.fieldsShort, plan.fields.length],
    ['milestones', words.short.milestones, plan.milestones.length],
    ['duties', words.short.duties, plan.recurringDuties.length],
    ['assignments', words.assignments, plan.assignments.length],
    ['citations', words.short.citations, plan.citations.length],
    ['unused', words.short.unused, listedUnused(reading.parsed).length],
    ['text', words.text, null],
  ]
  return (
    <nav class="contents no-print" aria-label={words.sections}>
      {entries.map(([id, label, count]) => (
        <a href={`#${id}`}>
          {label}
          {count !== null && <span class="count">{count}</span>}
        </a>
      ))}
    </nav>
  )
}
