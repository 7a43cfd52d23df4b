import { asSentence } from '../../../core/text/casing.ts'
import { dutyPaths, tasksPath } from '../../../duties/paths.ts'
import type { TaskQuery } from '../../../duties/schema.ts'
import { shownDay } from '../../../ui/dates.ts'
import { Notice, Status } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { Shell } from '../../../ui/shell.tsx'
import { type Fact, Facts } from '../../../ui/states.tsx'
import { texts as uiTexts } from '../../../ui/texts.ts'
import type { View } from '../../../ui/view.ts'
import { monthsShown } from '../../force/months-shown.ts'
import type { RunningPlan } from '../../force/running-plan.ts'
import { isKind } from '../../items/item-schema.ts'
import { planPaths } from '../../paths.ts'
import type { StoredDocument } from '../../schema.ts'
import { correctionTexts } from '../../texts/correction.ts'
import { forceTexts } from '../../texts/force.ts'
import { handOverTexts } from '../../texts/hand-over.ts'
import { listingTexts } from '../../texts/listing.ts'
import { shownDate, shownPeriod } from '../dates.ts'
import { FieldsOfPlan } from './fields-of-plan.tsx'
import { Responsibilities } from './responsibilities.tsx'
import { Timeline } from './timeline.tsx'

export interface RunningPageProps {
  readonly view: View
  readonly document: StoredDocument
  readonly plan: RunningPlan
  readonly today: string
  readonly may: { readonly review: boolean; readonly end: boolean; readonly urge: boolean; readonly invite: boolean }
  /** How many units with a part have nobody who can sign in; 0 for whoever may not change that. */
  readonly unserved: number
  /** Where its items are reviewed. */
  readonly review: string
}

/** A plan in force on one page, to be read on a screen and hung on a wall. */
export function RunningPage(props: RunningPageProps) {
  const { view, document, plan, today, may, review } = props
  const words = forceTexts[view.lang]
  const header = plan.items.find((item) => isKind(item, 'header'))
  const months = monthsShown(header?.data.period?.from ?? null, header?.data.period?.to ?? null, today)
  const title = document.title ?? document.name
  return (
    <Shell view={view} title={title} styles={['running']} scripts={['print']}>
      <PageHeader
        view={view}
        title={title}
        crumbs={[{ label: listingTexts[view.lang].nav, href: planPaths.list }, { label: document.number ?? title }]}
        lead={document.issuer ?? undefined}
        actions={
          <>
            <a class="button" href={review}>
              {words.page.document}
            </a>
            {may.urge && (
              <a class="button" href={`${dutyPaths.overview}?ke-hoach=${document.id}`}>
                {words.page.followUp}
              </a>
            )}
            <PrintButton label={uiTexts[view.lang].print} />
            {may.review && (
              <a class="button" href={planPaths.units(document.id)}>
                {words.units}
              </a>
            )}
            {may.invite && (
              <a class="button" href={planPaths.handOver(document.id)}>
                {handOverTexts[view.lang].title}
              </a>
            )}
            {may.review && document.state === 'in-force' && (
              <a class="button" href={planPaths.correction(document.id)}>
                {correctionTexts[view.lang].title}
              </a>
            )}
            {may.end && document.state === 'in-force' && plan.counts.done === 0 && (
              <a class="button quiet" href={planPaths.reopen(document.id)}>
                {words.reopen}
              </a>
            )}
            {may.end && (
              <a class="button quiet" href={planPaths.end(document.id)}>
                {document.state === 'ended' ? words.resume : words.end}
              </a>
            )}
          </>
        }
      />
      {props.unserved > 0 && (
        <Notice view={view} tone="amber" heading={handOverTexts[view.lang].missing(props.unserved)}>
          <p>
            <a href={planPaths.handOver(document.id)}>{handOverTexts[view.lang].title}</a>
          </p>
        </Notice>
      )}
      <section class="sheet pad mb-6">
        <Facts view={view} facts={factsOf(props)} />
      </section>
      <Late {...props} />
      <Timeline view={view} plan={plan} months={months} today={today} />
      <FieldsOfPlan view={view} plan={plan} />
      <Responsibilities view={view} plan={plan} />
    </Shell>
  )
}

function factsOf({ view, document, plan }: RunningPageProps): Fact[] {
  const words = forceTexts[view.lang].page
  const header = plan.items.find((item) => isKind(item, 'header'))
  const period = header?.data.period
  const parent = plan.related.find(({ relation }) => relation === 'parent')
  const children = plan.related.filter(({ relation }) => relation === 'child')
  return [
    { label: words.number, value: document.number },
    { label: words.issued, value: document.issued && shownDate(view.lang, document.issued) },
    { label: words.period, value: period && shownPeriod(view.lang, period) },
    ...(plan.parentNamed
      ? [
          {
            label: words.parent,
            value: parent ? <a href={planPaths.document(parent.id)}>{plan.parentNamed}</a> : plan.parentNamed,
          },
        ]
      : []),
    ...(children.length > 0
      ? [
          {
            label: words.children,
            value: (
              <ul class="plain-list">
                {children.map(({ id, title }) => (
                  <li>
                    <a href={planPaths.document(id)}>{title}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    {
      label: words.state,
      value: (
        <>
          {words.done(plan.counts.done, plan.counts.all)}{' '}
          {plan.counts.late > 0 && <Status tone="danger" label={words.late(plan.counts.late)} />}
          {document.state === 'ended' && <Status tone="plain" label={listingTexts[view.lang].states.ended} />}
        </>
      ),
    },
    ...(header?.data.difficultiesTo ? [{ label: words.difficulties, value: header.data.difficultiesTo }] : []),
  ]
}

/** What is late, each thing once with the units that owe it; each unit leads to what it owes. */
function Late({ view, document, plan }: RunningPageProps) {
  const words = forceTexts[view.lang].page
  if (plan.late.length === 0) return null
  const listed = plan.late.reduce((sum, { count }) => sum + count, 0)
  return (
    <section class="sheet pad mb-6" aria-labelledby="late">
      <h2 id="late">{words.lateList}</h2>
      <ul class="late-list" lang="vi">
        {[...Map.groupBy(plan.late, ({ text }) => text)].map(([text, lines]) => (
          <li>
            <strong>{asSentence(text)}</strong>
            <ul class="dashes">
              {lines.map(({ unitId, unitName, count, since }) => (
                <li>
                  <a href={tasksPath(dutyPaths.ofUnit(unitId), ofPlan(document.id))}>{unitName}</a>:{' '}
                  {words.lateSince(count, shownDay(since))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {listed < plan.counts.late && <p class="hint">{words.moreLate(plan.counts.late - listed)}</p>}
    </section>
  )
}

function ofPlan(plan: string): TaskQuery {
  return { q: '', state: 'open', kind: null, plan, after: null }
}
