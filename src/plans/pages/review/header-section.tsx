import type { ComponentChildren } from 'preact'
import { itemAnchor, reviewPaths } from '../../review/paths.ts'
import { reviewTexts } from '../../texts/review.ts'
import { shownPartialDate, shownPeriod } from '../dates.ts'
import { HeaderRow, NotStated, Section, wordsOf } from './item-box.tsx'
import { headerOf, type Review } from './review-data.ts'

/** The header and the closing of the document: one item, a row each key. */
export function HeaderSection({ review }: { review: Review }) {
  return (
    <Section id="document" title={wordsOf(review).document}>
      <HeaderItem review={review} />
    </Section>
  )
}

/** What is drawn anew when the header changes. */
export function HeaderItem({ review }: { review: Review }) {
  const words = wordsOf(review)
  const { id, data } = headerOf(review)
  const { lang } = review.view
  const placeDate = [data.place, shownPartialDate(lang, data.date)].filter(Boolean).join(', ')
  const rows: readonly (readonly [id: string, label: string, value: ComponentChildren])[] = [
    ['document-type', words.type, data.type],
    ['document-number', words.number, data.number ?? data.symbol],
    ['document-issuer', words.issuer, data.issuer],
    ['document-level', words.level, data.level && words.levels[data.level]],
    ['document-date', words.placeDate, placeDate],
    ['document-title', words.title, data.title],
    ['document-period', words.period, data.period && shownPeriod(lang, data.period)],
    ['document-signer', words.signer, data.signer && <Signer signer={data.signer} />],
    [
      'document-recipients',
      words.recipients,
      data.recipients.length > 0 && <Recipients recipients={data.recipients} />,
    ],
    ['difficultiesTo', words.difficulties, data.difficultiesTo],
  ]
  return (
    <div class="item head" id={itemAnchor(id)} data-kind="header">
      <dl class="facts">
        {rows.map(([row, label, value]) => (
          <>
            <dt>{label}</dt>
            <HeaderRow review={review} id={row}>
              {value || <NotStated review={review} />}
            </HeaderRow>
          </>
        ))}
      </dl>
      {review.mayEdit && (
        <span class="item-tools">
          <a class="edit" href={reviewPaths.item(review.plan.id, id, 'sua')}>
            {reviewTexts[lang].edit}
          </a>
        </span>
      )}
    </div>
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

function Recipients({ recipients }: { recipients: readonly string[] }) {
  return (
    <ul class="dashes">
      {recipients.map((recipient) => (
        <li>{recipient}</li>
      ))}
    </ul>
  )
}
