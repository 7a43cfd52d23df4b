import { Csrf, describedBy, ErrorSummary, Field, TextField } from '../../ui/fields.tsx'
import { Notice, Status } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { unitPaths } from '../paths.ts'
import type { Unit } from '../schema.ts'
import { unitKindTexts } from '../texts/unit-kinds.ts'
import { unitListTexts } from '../texts/unit-list.ts'
import { unitTexts } from '../texts/units.ts'
import { kindOf, type UnitLine } from '../unit-list.ts'

/** What is wrong with the list, and in which of its rows. */
export interface Sentence {
  readonly row: number
  readonly text: string
}

interface UnitListPageProps {
  readonly view: View
  readonly unit: Unit
  readonly lines: readonly UnitLine[]
  /** Empty with lines: they can be added. */
  readonly sentences: readonly Sentence[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** Hand in a list, see what is wrong with it row by row, add it whole. */
export function UnitListPage(props: UnitListPageProps) {
  const { view, unit, lines, sentences, errors } = props
  const words = unitListTexts[view.lang]
  const isReady = lines.length > 0 && sentences.length === 0 && Object.keys(errors).length === 0
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead(unit.name)}
        crumbs={[
          { label: unitTexts[view.lang].list.title, href: unitPaths.list },
          { label: unit.name, href: unitPaths.unit(unit.id) },
          { label: words.title },
        ]}
        actions={
          <a class="button" href={unitPaths.template}>
            {words.template}
          </a>
        }
      />
      <ErrorSummary view={view} errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      {isReady && <Notice view={view} tone="leaf" text={words.ready(lines.length)} live />}
      {sentences.length > 0 && (
        <Notice view={view} tone="danger" heading={words.wrong(sentences.length)} live>
          <ul>
            {sentences.slice(0, 100).map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ListForm {...props} isReady={isReady} />
      {lines.length > 0 && <Lines view={view} lines={lines} sentences={sentences} />}
    </Shell>
  )
}

function ListForm({ view, unit, lines, typed, errors, isReady }: UnitListPageProps & { readonly isReady: boolean }) {
  const words = unitListTexts[view.lang]
  const form = unitTexts[view.lang].form
  const line = (id: string) => ({ view, id, name: id, value: typed[id] ?? '', error: errors[id] })
  return (
    <form
      class="sheet pad form mb-6"
      method="post"
      action={unitPaths.importList(unit.id)}
      enctype="multipart/form-data"
    >
      <Csrf view={view} />
      <TextField {...line('on')} type="date" label={form.on} required />
      <TextField {...line('decision')} label={form.decision} hint={form.decisionHint} autocomplete="off" />
      {!isReady && (
        <Field view={view} id="file" label={words.file} hint={words.fileHint}>
          <input
            class="input"
            type="file"
            id="file"
            name="file"
            accept=".xlsx"
            aria-describedby={describedBy('file', words.fileHint)}
          />
        </Field>
      )}
      <Field view={view} id="list" label={words.paste} hint={words.pasteHint} error={errors['list']}>
        <textarea
          class="input"
          id="list"
          name="list"
          rows={8}
          wrap="off"
          aria-describedby={describedBy('list', words.pasteHint)}
        >
          {typed['list'] ?? ''}
        </textarea>
      </Field>
      <div class="page-actions">
        {isReady && (
          <button class="button first" type="submit" name="agreed" value="yes">
            {words.add(lines.length)}
          </button>
        )}
        <button class={isReady ? 'button' : 'button first'} type="submit" name="agreed" value="no">
          {lines.length > 0 ? words.again : words.check}
        </button>
      </div>
    </form>
  )
}

function Lines({ view, lines, sentences }: Pick<UnitListPageProps, 'view' | 'lines' | 'sentences'>) {
  const words = unitListTexts[view.lang]
  const names = ['code', 'parent'] as const
  const wrong = new Set(sentences.map(({ row }) => row))
  const kindWords = (line: UnitLine) => {
    const kind = kindOf(line)
    return kind ? unitKindTexts[view.lang][kind] : line.kind
  }
  return (
    <div class="sheet">
      <Table
        view={view}
        caption={words.title}
        rows={lines.slice(0, 500)}
        columns={[
          {
            key: 'name',
            label: words.columns.name,
            head: true,
            cell: (line: UnitLine) => (
              <>
                <span class="row-title">{line.name}</span>
                {wrong.has(line.row) && (
                  <span class="row-note">
                    <Status tone="danger" label={words.toCorrect} />
                  </span>
                )}
              </>
            ),
          },
          { key: 'row', label: words.columns.row, number: true, cell: (line: UnitLine) => line.row },
          { key: 'shortName', label: words.columns.shortName, cell: (line: UnitLine) => line.shortName },
          { key: 'kind', label: words.columns.kind, short: true, cell: kindWords },
          ...names.map((name) => ({ key: name, label: words.columns[name], cell: (line: UnitLine) => line[name] })),
        ]}
      />
    </div>
  )
}
