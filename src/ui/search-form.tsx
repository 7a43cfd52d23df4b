import type { ComponentChildren } from 'preact'
import { TextField } from './fields.tsx'
import { Icon } from './icon.tsx'
import { uiWords, type View } from './view.ts'

interface SearchProps {
  readonly view: View
  /** Where the words go, and where the list stands without them. */
  readonly action: string
  readonly label: string
  readonly hint: string
  readonly q: string
}

interface FilterFormProps extends SearchProps {
  readonly class?: string
  /** Further fields, behind the words. */
  readonly children?: ComponentChildren
  /** Where the whole list stands, while it is narrowed. */
  readonly whole?: string | null
}

interface SearchFormProps extends SearchProps {
  /** What the address says besides, kept by a search and by clearing it. */
  readonly keep?: Readonly<Record<string, string>>
}

/** Words and further fields that narrow a list. */
export function FilterForm({
  view,
  action,
  label,
  hint,
  q,
  class: kind = '',
  children,
  whole = null,
}: FilterFormProps) {
  const words = uiWords(view)
  return (
    <form class={`filters ${kind}`.trim()} method="get" action={action}>
      <TextField view={view} id="q" name="q" type="search" label={label} hint={hint} value={q} grow />
      {children}
      <button class="button" type="submit">
        <Icon name="search" />
        {words.search}
      </button>
      {whole !== null && (
        <a class="button quiet" href={whole}>
          {words.clearFilter}
        </a>
      )}
    </form>
  )
}

/** One box that narrows a list by words. */
export function SearchForm({ keep = {}, ...search }: SearchFormProps) {
  const kept = Object.entries(keep)
  const whole = kept.length > 0 ? `${search.action}?${new URLSearchParams(keep)}` : search.action
  return (
    <FilterForm {...search} whole={search.q ? whole : null}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </FilterForm>
  )
}
