import { Csrf } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice, Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { type Comparison, differenceKey } from '../correction/actions.ts'
import type { ItemDifference } from '../correction/compare-items.ts'
import type { Item } from '../items/item-schema.ts'
import { planPaths } from '../paths.ts'
import { controls, inputsOf } from '../review/controls.ts'
import { correctionTexts } from '../texts/correction.ts'
import { itemFormTexts } from '../texts/item-forms.ts'

interface ShownPlan {
  readonly id: string
  readonly title: string
}

interface ChoosePageProps {
  readonly view: View
  readonly plan: ShownPlan
  readonly versions: readonly { readonly id: string; readonly title: string; readonly number: string | null }[]
}

/** Which document is the newer version. */
export function ChooseVersionPage({ view, plan, versions }: ChoosePageProps) {
  const words = correctionTexts[view.lang]
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.chooseLead}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
        actions={
          <a class="button" href={planPaths.import}>
            <Icon name="upload" />
            {words.import}
          </a>
        }
      />
      <div class="sheet pad">
        {versions.length === 0 ? (
          <Empty title={words.title} text={words.none} />
        ) : (
          <ul class="plain-list">
            {versions.map(({ id, title, number }) => (
              <li>
                <a href={planPaths.compare(plan.id, id)} lang="vi">
                  {[number, title].filter(Boolean).join(': ')}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Shell>
  )
}

interface ComparePageProps {
  readonly view: View
  readonly plan: ShownPlan & { readonly revision: number }
  readonly newer: ShownPlan
  readonly comparison: Comparison
}

/** What the newer version would change, item by item, before anything moves. */
export function ComparePage({ view, plan, newer, comparison }: ComparePageProps) {
  const words = correctionTexts[view.lang]
  const { differences } = comparison
  const count = (kind: ItemDifference['kind']) => differences.filter((one) => one.kind === kind).length
  const shown = differences.filter(({ kind }) => kind !== 'same')
  return (
    <Shell view={view} title={words.title} styles={['correction']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.compareLead(newer.title)}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
      />
      <Notice
        view={view}
        tone="river"
        text={
          shown.length === 0
            ? words.same
            : words.counts(count('changed'), count('added'), count('removed'), count('same'))
        }
      />
      <form method="post" action={planPaths.compare(plan.id, newer.id)}>
        <Csrf view={view} />
        <input type="hidden" name="revision" value={plan.revision} />
        {shown.map((difference) => (
          <Difference view={view} difference={difference} comparison={comparison} />
        ))}
        <p class="page-actions">
          <button class="button first" type="submit">
            {words.apply}
          </button>
          <a class="button" href={planPaths.document(plan.id)}>
            {words.back}
          </a>
        </p>
      </form>
    </Shell>
  )
}

const tones = { changed: 'amber', added: 'leaf', removed: 'danger', same: 'plain' } as const

function Difference({
  view,
  difference,
  comparison,
}: Pick<ComparePageProps, 'view' | 'comparison'> & { difference: ItemDifference }) {
  const words = correctionTexts[view.lang]
  const { kind, before, after } = difference
  const item = before ?? after
  if (kind === 'same' || !item) return null
  const key = differenceKey(difference)
  const hanging = comparison.hanging.get(key)
  const keys = kind === 'changed' ? difference.keys : controls[item.kind].map((control) => control.key)
  return (
    <fieldset class="sheet pad difference">
      <legend>
        {itemFormTexts[view.lang].kinds[item.kind]} <Status tone={tones[kind]} label={words.kinds[kind]} />
      </legend>
      <table>
        <thead>
          <tr>
            <td />
            {before && <th scope="col">{words.before}</th>}
            {after && <th scope="col">{words.after}</th>}
          </tr>
        </thead>
        <tbody>
          {kind === 'changed' && !keys.includes(nameKey(item)) && (
            <Row view={view} name={nameKey(item)} before={before} after={after} />
          )}
          {keys.map((name) => (
            <Row view={view} name={name} before={before} after={after} />
          ))}
        </tbody>
      </table>
      {hanging && (
        <p class="hint">
          {words.hanging(hanging.open, hanging.done)} {kind === 'removed' && words.removedHanging}
        </p>
      )}
      {comparison.byHand.has(key) && <p class="hint by-hand">{words.byHand}</p>}
      <label class="check">
        <input type="checkbox" name="take" value={key} checked={!comparison.byHand.has(key)} /> {words.take}
      </label>
    </fieldset>
  )
}

/** What the item is called: shown beside a change of something else in it. */
function nameKey({ kind }: Item): string {
  if (kind === 'citation') return 'number'
  if (kind === 'field' || kind === 'header') return 'title'
  if (kind === 'target') return 'min'
  return kind === 'assignment' ? 'unit' : 'text'
}

function Row({ view, name, before, after }: { view: View; name: string; before: Item | null; after: Item | null }) {
  const [old, now] = [shownValue(before, name), shownValue(after, name)]
  if (!old && !now) return null
  const { keys } = itemFormTexts[view.lang]
  const kind = (before ?? after)?.kind ?? ''
  return (
    <tr>
      <th scope="row">{keys[`${kind}.${name}`] ?? keys[name] ?? name}</th>
      {before && <td lang="vi">{after && old !== now ? <del>{old}</del> : old}</td>}
      {after && <td lang="vi">{before && old !== now ? <ins>{now}</ins> : now}</td>}
    </tr>
  )
}

function shownValue(item: Item | null, name: string): string {
  const control = item && controls[item.kind].find(({ key }) => key === name)
  if (!control) return ''
  const value = (item.data as Readonly<Record<string, unknown>>)[name]
  const shown = inputsOf(control, value).map(([, text]) => text)
  return shown.filter(Boolean).join(' – ').replaceAll('\n', '; ')
}
