import { asSentence } from '../../core/text/casing.ts'
import { SelectField, TextField } from '../../ui/fields.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Empty } from '../../ui/states.tsx'
import { texts as uiTexts } from '../../ui/texts.ts'
import type { View } from '../../ui/view.ts'
import { foundPath, searchPaths } from '../paths.ts'
import { type Found, type FoundKind, foundKinds } from '../queries.ts'
import { searchTexts } from '../texts.ts'

interface SearchPageProps {
  readonly view: View
  readonly q: string
  readonly kind: FoundKind | null
  readonly found: readonly Found[]
}

export function SearchPage({ view, q, kind, found }: SearchPageProps) {
  const words = searchTexts[view.lang]
  const kinds = foundKinds.map((one) => ({ value: one, label: words.kinds[one] }))
  return (
    <Shell view={view} title={words.title}>
      <PageHeader view={view} title={words.title} />
      <form class="filters" method="get" action={searchPaths.search}>
        <TextField view={view} id="q" name="q" type="search" label={words.label} hint={words.hint} value={q} grow />
        <SelectField
          view={view}
          id="loai"
          name="loai"
          label={words.kind}
          value={kind ?? ''}
          options={[{ value: '', label: words.all }, ...kinds]}
        />
        <button class="button first" type="submit">
          <Icon name="search" />
          {uiTexts[view.lang].search}
        </button>
      </form>
      {found.length > 0 ? (
        <Results view={view} found={found} />
      ) : (
        <div class="sheet">
          <Empty title={q ? words.nothingTitle : words.beginTitle} text={q ? words.nothingText : words.beginText} />
        </div>
      )}
    </Shell>
  )
}

function Results({ view, found }: Pick<SearchPageProps, 'view' | 'found'>) {
  const words = searchTexts[view.lang]
  return (
    <section class="sheet pad" aria-label={words.found(found.length)}>
      <p class="mb-4">{words.found(found.length)}</p>
      <ul class="plain-list">
        {found.map((one) => (
          <li>
            <Status tone="plain" label={words.kinds[one.kind]} />{' '}
            <a class="row-title" href={foundPath(one)}>
              {asSentence(one.title)}
            </a>
            <span class="row-note">
              {[one.note, one.kind === 'unit' ? null : one.unitName].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
