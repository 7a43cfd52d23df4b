import QRCode from 'qrcode'
import { peoplePaths } from '../../organisation/paths.ts'
import { Csrf, ErrorSummary, TypedField } from '../../ui/fields.tsx'
import { Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import type { Slip } from '../hand-over/invite.ts'
import { isServed, type PartUnit } from '../hand-over/units-of-plan.ts'
import { planPaths } from '../paths.ts'
import { handOverTexts } from '../texts/hand-over.ts'

interface PlanShown {
  readonly id: string
  readonly title: string
}

interface HandOverPageProps {
  readonly view: View
  readonly plan: PlanShown
  readonly units: readonly PartUnit[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** Which unit of a plan has nobody who can sign in, and who it shall be: one form for all of them. */
export function HandOverPage({ view, plan, units, typed, errors }: HandOverPageProps) {
  const words = handOverTexts[view.lang]
  const missing = units.filter((unit) => !isServed(unit)).length
  return (
    <Shell view={view} title={words.title} styles={['hand-over']} scripts={['unsaved']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      {units.length === 0 ? (
        <div class="sheet">
          <Empty title={words.title} text={words.none} />
        </div>
      ) : (
        <form method="post" action={planPaths.handOver(plan.id)} data-unsaved>
          <Csrf view={view} />
          <p>
            {missing > 0 ? (
              <Status tone="amber" label={words.missing(missing)} />
            ) : (
              <Status tone="leaf" label={words.complete} />
            )}
          </p>
          <p class="hint">{words.accountHint}</p>
          {units.map((unit) => (
            <Unit {...{ view, unit, typed, errors }} />
          ))}
          <p class="page-actions save-bar">
            <button class="button first" type="submit">
              {words.issue}
            </button>
            <a class="button" href={planPaths.document(plan.id)}>
              {words.back}
            </a>
          </p>
        </form>
      )}
    </Shell>
  )
}

function Unit(props: Omit<HandOverPageProps, 'plan' | 'units'> & { readonly unit: PartUnit }) {
  const { view, unit } = props
  const words = handOverTexts[view.lang]
  return (
    <fieldset class="sheet pad unit-to-serve" id={`unit${unit.id}`}>
      <legend lang="vi">{unit.name}</legend>
      {unit.functions.length > 0 && <p class="hint">{words.functions(unit.functions.join('; '))}</p>}
      {unit.people.length === 0 ? (
        <p class="missing">{words.nobody}</p>
      ) : (
        <ul class="people-of-unit" aria-label={words.people}>
          {unit.people.map(({ id, fullName, title, canSignIn }) => (
            <li>
              <a href={peoplePaths.person(id)}>{fullName}</a>
              {title && `, ${title}`}{' '}
              <Status tone={canSignIn ? 'leaf' : 'amber'} label={canSignIn ? words.canSignIn : words.waits} />
            </li>
          ))}
        </ul>
      )}
      {unit.people.length === 0 || hasTyped(props) ? (
        <Invitation {...props} />
      ) : (
        <details>
          <summary>{words.another}</summary>
          <Invitation {...props} />
        </details>
      )}
    </fieldset>
  )
}

function hasTyped({ unit, typed }: { unit: PartUnit; typed: HandOverPageProps['typed'] }): boolean {
  return ['fullName', 'account'].some((box) => Boolean(typed[`${box}${unit.id}`]))
}

function Invitation({ view, unit, typed, errors }: Omit<HandOverPageProps, 'plan' | 'units'> & { unit: PartUnit }) {
  const words = handOverTexts[view.lang]
  const title = `title${unit.id}`
  const state = { view, errors, typed: { [title]: unit.functions[0] ?? '', ...typed } }
  return (
    <div class="invitation">
      <TypedField {...state} id={`fullName${unit.id}`} label={words.fullName} />
      <TypedField {...state} id={`account${unit.id}`} label={words.account} />
      <TypedField {...state} id={title} label={words.functionTitle} />
    </div>
  )
}

interface SlipsPageProps {
  readonly view: View
  readonly plan: PlanShown
  readonly slips: readonly (Slip & { readonly unitName: string; readonly link: string })[]
}

/** The codes, to be printed, cut and handed over: they are shown this once. */
export function SlipsPage({ view, plan, slips }: SlipsPageProps) {
  const words = handOverTexts[view.lang]
  const title = words.slips(slips.length)
  return (
    <Shell view={view} title={title} styles={['hand-over']} scripts={['print']}>
      <PageHeader
        view={view}
        title={title}
        lead={words.slipsLead}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
        actions={
          <>
            <PrintButton label={words.print} kind="first" />
            <a class="button" href={planPaths.handOver(plan.id)}>
              {words.title}
            </a>
            <a class="button" href={planPaths.document(plan.id)}>
              {words.back}
            </a>
          </>
        }
      />
      <ul class="slips">
        {slips.map((slip) => (
          <li class="slip">
            <div>
              <p class="slip-unit" lang="vi">
                {slip.unitName}
              </p>
              <p class="slip-name">{slip.fullName}</p>
              <p>
                {words.signInBy}: <strong>{slip.account}</strong>
              </p>
              <p>
                {words.code}: <strong class="slip-code">{slip.code}</strong>
              </p>
              <p class="slip-link">{slip.link}</p>
              <p class="hint">{words.slipSteps}</p>
            </div>
            <SquareCode text={slip.link} />
          </li>
        ))}
      </ul>
    </Shell>
  )
}

/** The link as a square that a phone's camera reads (ISO/IEC 18004). */
function SquareCode({ text }: { text: string }) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, at) => (bit ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '')).join('')
  return (
    <svg class="square-code" viewBox={`-2 -2 ${size + 4} ${size + 4}`} aria-hidden="true" shape-rendering="crispEdges">
      <path d={dark} />
    </svg>
  )
}
