import { Csrf } from '../../ui/fields.tsx'
import { Notice, Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { type Comparison, differenceKey } from '../correction/actions.ts'
import type { ItemDifference } from '../correction/compare-items.ts'
import { groupDifferences } from '../correction/group-differences.ts'
import type { Item } from '../items/item-schema.ts'
import { planPaths } from '../paths.ts'
import { correctionTexts } from '../texts/correction.ts'
import { itemFormTexts } from '../texts/item-forms.ts'
import { itemSentence, labelOf, nameKey, valueWords } from './value-words.ts'

interface ShownPlan {
  readonly id: string
  readonly title: string
}

interface ComparePageProps {
  readonly view: View
  readonly plan: ShownPlan & { readonly revision: number }
  readonly newer: ShownPlan & { readonly number: string | null }
  readonly comparison: Comparison
}

/** What the newer version would change, item by item, before anything moves. */
export function ComparePage({ view, plan, newer, comparison }: ComparePageProps) {
  const words = correctionTexts[view.lang]
  const { differences } = comparison
  const count = (kind: ItemDifference['kind']) => differences.filter((one) => one.kind === kind).length
  const groups = groupDifferences(differences)
  return (
    <Shell view={view} title={words.title} styles={['correction']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.compareLead(newer.number && /\d/.test(newer.number) ? newer.number : newer.title)}
        crumbs={[{ label: plan.title, href: planPaths.document(plan.id) }, { label: words.title }]}
      />
      <Notice
        view={view}
        tone="river"
        text={
          groups.length === 0
            ? words.same
            : words.counts(count('changed'), count('added'), count('removed'), count('same'))
        }
      />
      <form method="post" action={planPaths.compare(plan.id, newer.id)}>
        <Csrf view={view} />
        <input type="hidden" name="revision" value={plan.revision} />
        {groups.map(({ top, below }) => (
          <section class="sheet pad difference">
            {top.kind === 'same' ? (
              <h2 lang="vi">{titleOf(view, top.before)}</h2>
            ) : (
              <Difference view={view} difference={top} comparison={comparison} />
            )}
            {below.map((difference) => (
              <Difference view={view} difference={difference} comparison={comparison} />
            ))}
          </section>
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

function titleOf(view: View, item: Item): string {
  return `${itemFormTexts[view.lang].kinds[item.kind]}: ${valueWords(view.lang, item, nameKey(item))}`
}

const tones = { changed: 'amber', added: 'leaf', removed: 'danger', same: 'plain' } as const

interface DifferenceProps extends Pick<ComparePageProps, 'view' | 'comparison'> {
  readonly difference: ItemDifference
}

function Difference({ view, difference, comparison }: DifferenceProps) {
  const words = correctionTexts[view.lang]
  const { kind, before, after } = difference
  const item = before ?? after
  if (kind === 'same' || !item) return null
  const key = differenceKey(difference)
  const hanging = comparison.hanging.get(key)
  return (
    <fieldset>
      <legend>
        {itemFormTexts[view.lang].kinds[item.kind]} <Status tone={tones[kind]} label={words.kinds[kind]} />
      </legend>
      {kind === 'added' && (
        <p lang="vi">
          <ins>{itemSentence(view.lang, after)}</ins>
        </p>
      )}
      {kind === 'removed' && (
        <p lang="vi">
          <del>{itemSentence(view.lang, before)}</del>
        </p>
      )}
      {kind === 'changed' && <Changes view={view} before={before} after={after} keys={difference.keys} />}
      {hanging && (
        <p class="hint">
          {words.hanging(hanging.open, hanging.done)} {kind === 'removed' && words.removedHanging}
        </p>
      )}
      {comparison.byHand.has(key) && <p class="hint by-hand">{words.byHand}</p>}
      <label class="check">
        <input type="checkbox" name="take" value={key} checked={!comparison.byHand.has(key)} />
        <span>{words.take[kind]}</span>
      </label>
    </fieldset>
  )
}

interface ChangesProps {
  readonly view: View
  readonly before: Item
  readonly after: Item
  readonly keys: readonly string[]
}

function Changes({ view, before, after, keys }: ChangesProps) {
  const words = correctionTexts[view.lang]
  const name = nameKey(before)
  const shown = keys.includes(name) ? keys : [name, ...keys]
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((key) => {
          const [old, now] = [valueWords(view.lang, before, key), valueWords(view.lang, after, key)]
          return (
            <tr>
              <th scope="row">{labelOf(view.lang, before, key)}</th>
              <td lang="vi">{old === now ? old : old && <del>{old}</del>}</td>
              <td lang="vi">{old === now ? now : now && <ins>{now}</ins>}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
