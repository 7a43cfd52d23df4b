import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Confirm } from '../../ui/states.tsx'
import type { View } from '../../ui/view.ts'
import { peoplePaths } from '../paths.ts'
import { erasureTexts } from '../texts/erasure.ts'
import { peopleTexts } from '../texts/people.ts'

interface ErasePageProps {
  readonly view: View
  readonly person: { readonly id: string; readonly fullName: string }
  /** Days of which nightly copies are kept. */
  readonly backupDays: number
}

/** The one question before somebody's data is erased: what goes, what ends, what stays. */
export function ErasePage({ view, person, backupDays }: ErasePageProps) {
  const words = peopleTexts[view.lang]
  const { title, lead, goes, goesList, ends, endsList, stays, staysList, copies, button } = erasureTexts[view.lang]
  const crumbs = [
    { label: words.list.title, href: peoplePaths.list },
    { label: person.fullName, href: peoplePaths.person(person.id) },
    { label: title },
  ]
  return (
    <Shell view={view} title={title}>
      <PageHeader view={view} title={title} lead={lead(person.fullName)} crumbs={crumbs} />
      <Confirm view={view} action={peoplePaths.erase(person.id)} cancel={peoplePaths.person(person.id)} button={button}>
        <List title={goes} lines={goesList} />
        <List title={ends} lines={endsList} />
        <List title={stays} lines={staysList} />
        <p class="mt-4">{copies(backupDays)}</p>
      </Confirm>
    </Shell>
  )
}

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h2 class="mt-4">{title}</h2>
      <ul class="list-disc ps-6">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}
