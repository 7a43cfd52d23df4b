import { Csrf } from '../../ui/fields.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Confirm } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { unitPaths } from '../paths.ts'
import type { Unit } from '../schema.ts'
import { unitTexts } from '../texts/units.ts'
import type { UnitAct } from './unit-form-page.tsx'

interface UnitReviewPageProps {
  readonly view: View
  readonly act: UnitAct
  readonly unit: Unit
  readonly typed: Readonly<Record<string, string>>
  /** What will happen, a sentence each. */
  readonly consequences: readonly string[]
}

/** Before units move or end: what that does, and one press to agree. */
export function UnitReviewPage({ view, act, unit, typed, consequences }: UnitReviewPageProps) {
  const words = unitTexts[view.lang]
  const hidden = Object.entries(typed).map(([name, value]) => <input type="hidden" name={name} value={value} />)
  return (
    <Shell view={view} title={words.form.reviewTitle}>
      <PageHeader
        view={view}
        title={`${words.acts[act]}: ${unit.name}`}
        crumbs={[
          { label: words.list.title, href: unitPaths.list },
          { label: unit.name, href: unitPaths.unit(unit.id) },
          { label: words.form.reviewTitle },
        ]}
      />
      <div class="sheet pad">
        <ul class="list-disc ps-6">
          {consequences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
        <form class="page-actions mt-6" method="post" action={unitPaths[act](unit.id)}>
          <Csrf view={view} />
          {hidden}
          <button class="button first" type="submit" name="agreed" value="yes">
            {words.form.confirm}
          </button>
          <button class="button" type="submit" name="agreed" value="no">
            {words.form.back}
          </button>
        </form>
      </div>
    </Shell>
  )
}

/** The one question before a change is taken back. */
export function UndoPage({ view, changeId, unit }: { view: View; changeId: string; unit: Unit | undefined }) {
  const words = unitTexts[view.lang].undoPage
  return (
    <Shell view={view} title={words.title}>
      <PageHeader view={view} title={words.title} />
      <Confirm
        view={view}
        action={unitPaths.undo(changeId)}
        cancel={unit ? unitPaths.unit(unit.id) : unitPaths.list}
        button={words.button}
      >
        <p>{words.text}</p>
      </Confirm>
    </Shell>
  )
}
