import { TextField } from './fields.tsx'
import { Icon } from './icon.tsx'
import { uiWords, type View } from './view.ts'

interface SearchFormProps {
  readonly view: View
  /** Where the words go, and where the list stands without them. */
  readonly action: string
  readonly label: string
  readonly hint: string
  readonly q: string
  /** What the address says besides, kept by a search and by clearing it. */
  readonly keep?: Readonly<Record<string, string>>
}

/** One box that narrows a list by words. */
export function SearchForm({ view, action, label, hint, q, keep = {} }: SearchFormProps) {
  const words = uiWords(view)
  const kept = Object.entries(keep)
  return (
    <form class="filters" method="get" action={action}>
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <TextField view={view} id="q" name="q" type="search" label={label} hint={hint} value={q} grow />
      <button class="button" type="submit">
        <Icon name="search" />
        {words.search}
      </button>
      {q && (
        <a class="button quiet" href={kept.length > 0 ? `${action}?${new URLSearchParams(keep)}` : action}>
          {words.clearFilter}
        </a>
      )}
    </form>
  )
}
