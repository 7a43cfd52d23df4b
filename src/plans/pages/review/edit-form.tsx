import { Csrf, SelectField } from '../../../ui/fields.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Item } from '../../items/item-schema.ts'
import { textKeys } from '../../items/split-and-merge.ts'
import { reviewPaths } from '../../review/paths.ts'
import { reviewTexts } from '../../texts/review.ts'
import { Controls, errorOf, type FormFacts } from './form-controls.tsx'

/** Where an item may belong. */
export interface Home {
  readonly id: string
  readonly label: string
}

interface EditFormProps {
  readonly facts: FormFacts
  readonly item: Item
  readonly back: string
  readonly homes: readonly Home[]
}

/** The form of an item: its keys, and everything else that can be done to it; each button is a form of its own without script. */
export function EditForm({ facts, item, back, homes }: EditFormProps) {
  const { view, plan } = facts
  const words = reviewTexts[view.lang]
  const path = (deed: Parameters<typeof reviewPaths.item>[2]) => reviewPaths.item(plan.id, item.id, deed)
  return (
    <form class="editor" method="post" action={path('sua')} data-editor={item.id} novalidate>
      <Csrf view={view} />
      <input type="hidden" name="seen" value={JSON.stringify(item.data)} />
      <input type="hidden" name="revision" value={plan.revision} />
      {facts.clashes.length > 0 && (
        <Notice view={view} tone="amber" heading={words.conflictTitle} text={words.conflictText} live />
      )}
      <Whole facts={facts} />
      <Controls facts={facts} />
      {item.kind in textKeys && <p class="hint">{words.splitHint}</p>}
      <div class="editor-foot">
        <button class="button small first" type="submit">
          {words.done}
        </button>
        <a class="button small quiet" href={back} data-leave>
          {words.back}
        </a>
      </div>
      {item.kind !== 'header' && <Deeds facts={facts} item={item} homes={homes} path={path} />}
    </form>
  )
}

/** What is wrong with the item as a whole. */
function Whole({ facts }: { facts: FormFacts }) {
  const problem = errorOf(facts, '')
  return problem === undefined ? null : <Notice view={facts.view} tone="danger" text={problem} live />
}

type DeedsProps = Pick<EditFormProps, 'facts' | 'item' | 'homes'> & {
  readonly path: (deed: Parameters<typeof reviewPaths.item>[2]) => string
}

function Deeds({ facts, item, homes, path }: DeedsProps) {
  const words = reviewTexts[facts.view.lang]
  const isDivisible = item.kind in textKeys
  return (
    <fieldset class="deeds">
      <legend>{words.others}</legend>
      <Deed path={path('len')} label={words.up} />
      <Deed path={path('xuong')} label={words.down} />
      {isDivisible && <Deed path={path('tach')} label={words.split} />}
      {isDivisible && <Deed path={path('gop')} label={words.merge} />}
      <Deed path={path('xoa')} label={words.remove} grave />
      {homes.length > 1 && (
        <span class="place">
          <SelectField
            view={facts.view}
            id="e-under"
            name="under"
            label={words.under}
            value={item.parentId ?? ''}
            options={homes.map(({ id, label }) => ({ value: id, label }))}
          />
          <Deed path={path('chuyen')} label={words.place} />
        </span>
      )}
    </fieldset>
  )
}

function Deed({ path, label, grave }: { path: string; label: string; grave?: boolean }) {
  return (
    <button class={grave ? 'button small grave' : 'button small'} type="submit" formaction={path} data-deed>
      {label}
    </button>
  )
}

interface AddFormProps {
  readonly facts: FormFacts
  readonly back: string
  readonly homes: readonly Home[]
  readonly under: string | null
  readonly passage: { readonly start: number; readonly end: number; readonly quote: string } | null
}

/** The form of an item that is still to be. */
export function AddForm({ facts, back, homes, under, passage }: AddFormProps) {
  const { view, plan, kind } = facts
  const words = reviewTexts[view.lang]
  return (
    <form class="editor" method="post" action={reviewPaths.add(plan.id)} data-adding={kind} novalidate>
      <Csrf view={view} />
      <input type="hidden" name="kind" value={kind} />
      {passage && (
        <>
          <input type="hidden" name="start" value={passage.start} />
          <input type="hidden" name="end" value={passage.end} />
          <blockquote lang="vi">{passage.quote}</blockquote>
        </>
      )}
      <Controls facts={facts} />
      {homes.length > 1 ? (
        <SelectField
          view={view}
          id="e-under"
          name="under"
          label={words.under}
          value={under ?? ''}
          error={errorOf(facts, 'parentId')}
          options={homes.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : (
        <input type="hidden" name="under" value={under ?? ''} />
      )}
      <div class="editor-foot">
        <button class="button small first" type="submit">
          {words.add}
        </button>
        <a class="button small quiet" href={back} data-leave>
          {words.back}
        </a>
      </div>
    </form>
  )
}
