import type { ComponentChildren } from 'preact'
import type { ParsedPlan } from '../../../parser/contract.ts'
import type { View } from '../../../ui/view.ts'
import { type Passage, passageId } from '../../passages.ts'
import { type ReadingWords, readingTexts } from '../../texts/reading.ts'

/** What every part of the page is drawn from. */
export interface Reading {
  readonly view: View
  readonly parsed: ParsedPlan
  readonly passages: readonly Passage[]
  readonly byItem: ReadonlyMap<string, readonly Passage[]>
}

export function wordsOf(reading: Pick<Reading, 'view'>): ReadingWords {
  return readingTexts[reading.view.lang].reading
}

interface ItemProps {
  readonly reading: Reading
  /** As `itemIdOf` names it: passages of the document lead here. */
  readonly id: string
  readonly as?: 'li' | 'div' | 'span' | 'dd'
  readonly class?: string
  readonly children: ComponentChildren
}

/** Something that was read, tied to its passages: hovering, focusing or pressing it lights them up. */
export function Item({ reading, id, as: Tag = 'div', class: extra, children }: ItemProps) {
  const passages = reading.byItem.get(id) ?? []
  const widest = passages.reduce<Passage | undefined>(
    (wide, one) => (wide && sizeOf(wide) >= sizeOf(one) ? wide : one),
    undefined,
  )
  return (
    <Tag
      class={extra ? `item ${extra}` : 'item'}
      id={id}
      lang={foreignLang(reading)}
      data-p={passages.map(({ start, end }) => `${start}-${end}`).join(' ') || undefined}
    >
      {children}
      {widest && <PassageLink reading={reading} passage={widest} />}
    </Tag>
  )
}

/** Words of the document are Vietnamese also on an English page, and must be read out so. */
export function foreignLang({ view }: Pick<Reading, 'view'>): 'vi' | undefined {
  return view.lang === 'vi' ? undefined : 'vi'
}

function sizeOf({ start, end }: Passage): number {
  return end - start
}

function PassageLink({ reading, passage }: { reading: Reading; passage: Passage }) {
  return (
    <a class="at" href={`#${passageId(passage)}`} lang={foreignLang(reading) && reading.view.lang}>
      {wordsOf(reading).passage}
    </a>
  )
}

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly count?: number
  readonly lead?: string
  readonly children: ComponentChildren
}

export function Section({ id, title, count, lead, children }: SectionProps) {
  return (
    <section class="part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} {count !== undefined && <span class="count">{count}</span>}
      </h2>
      {lead && <p class="hint mb-3">{lead}</p>}
      {children}
    </section>
  )
}

/** Where the document says nothing. */
export function NotStated({ reading }: { reading: Reading }) {
  return <span class="missing">{wordsOf(reading).notStated}</span>
}
