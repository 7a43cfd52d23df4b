import type { ComponentChildren } from 'preact'
import { shownPartialDate, shownPeriod } from '../dates.ts'
import { Item, NotStated, type Reading, Section, wordsOf } from './item.tsx'

/** The header and the closing of the document. */
export function DocumentSection({ reading }: { reading: Reading }) {
  const words = wordsOf(reading)
  const { document } = reading.parsed.plan
  const { lang } = reading.view
  const placeDate = [document.place, shownPartialDate(lang, document.date)].filter(Boolean).join(', ')
  const rows: readonly (readonly [key: string, label: string, value: ComponentChildren])[] = [
    ['type', words.type, document.type],
    ['number', words.number, document.number ?? document.symbol],
    ['issuer', words.issuer, document.issuer],
    ['level', words.level, document.level && words.levels[document.level]],
    ['date', words.placeDate, placeDate],
    ['title', words.title, document.title],
    ['period', words.period, document.period && shownPeriod(lang, document.period)],
    ['signer', words.signer, document.signer && <Signer signer={document.signer} />],
  ]
  return (
    <Section id="document" title={words.document}>
      <dl class="facts">
        {rows.map(([key, label, value]) => (
          <>
            <dt>{label}</dt>
            <Item reading={reading} id={`document-${key}`} as="dd">
              {value || <NotStated reading={reading} />}
            </Item>
          </>
        ))}
        <dt>{words.recipients}</dt>
        <Item reading={reading} id="document-recipients" as="dd">
          <Recipients reading={reading} />
        </Item>
      </dl>
    </Section>
  )
}

function Signer({ signer }: { signer: { name: string | null; position: string | null; authority: string | null } }) {
  return (
    <>
      {signer.authority && <span class="row-note">{signer.authority}</span>}
      {[signer.position, signer.name].filter(Boolean).join(' ')}
    </>
  )
}

function Recipients({ reading }: { reading: Reading }) {
  const { recipients } = reading.parsed.plan.document
  if (recipients.length === 0) return <NotStated reading={reading} />
  return (
    <ul class="dashes">
      {recipients.map((recipient) => (
        <li>{recipient}</li>
      ))}
    </ul>
  )
}
