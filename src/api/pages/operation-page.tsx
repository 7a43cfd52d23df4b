import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Table } from '../../ui/table.tsx'
import { exampleOf } from '../example.ts'
import { apiPaths } from '../paths.ts'
import { apiTexts } from '../texts.ts'
import { type OperationPageProps, TryForm } from './try-form.tsx'

/** One operation: what it takes and gives, how to call it, and a form that tries it without script. */
export function OperationPage(props: OperationPageProps) {
  const { view, path, method, operation } = props
  const words = apiTexts[view.lang]
  return (
    <Shell view={view} title={operation.summary}>
      <PageHeader
        view={view}
        title={operation.summary}
        crumbs={[{ label: words.title, href: apiPaths.page }, { label: operation.summary }]}
        lead={
          <code>
            {method.toUpperCase()} {path}
          </code>
        }
      />
      <section class="sheet pad mb-6">
        <dl class="facts">
          <dt>{words.permission}</dt>
          <dd>
            <code>{operation['x-permission']}</code>
          </dd>
          {operation['x-event'] && (
            <>
              <dt>{words.event}</dt>
              <dd>
                <code>{operation['x-event']}</code>
              </dd>
            </>
          )}
        </dl>
      </section>
      <Parameters {...props} />
      <Shapes {...props} />
      <TryForm {...props} />
    </Shell>
  )
}

function Parameters({ view, operation }: OperationPageProps) {
  const words = apiTexts[view.lang]
  if (operation.parameters.length === 0) return null
  const columns = words.parameterColumns
  return (
    <section class="sheet mb-6">
      <Table
        view={view}
        caption={words.parameters}
        rows={operation.parameters}
        columns={[
          { key: 'name', label: columns.name, head: true, cell: ({ name }) => <code>{name}</code> },
          { key: 'in', label: columns.place, cell: (one) => words.places[one.in] },
          { key: 'kind', label: columns.kind, cell: ({ schema }) => kindOf(schema) },
          { key: 'required', label: columns.required, cell: ({ required }) => (required ? words.yes : words.no) },
        ]}
      />
    </section>
  )
}

function kindOf(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema['enum'])) return schema['enum'].join(' | ')
  return [schema['type'], schema['format']].filter(Boolean).join(', ')
}

/** What goes in and what comes out, as examples with every key; and the whole call. */
function Shapes({ view, path, method, operation, document, origin }: OperationPageProps) {
  const words = apiTexts[view.lang]
  const takes = operation.requestBody?.content['application/json']
  const [status = '', answer] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? []
  const gives = answer?.content?.['application/json']
  const body = takes && JSON.stringify(exampleOf(takes.schema, document))
  const upload = operation.requestBody?.content['multipart/form-data'] && " -F 'files=@ke-hoach.pdf'"
  const json = body && ` -H 'Content-Type: application/json' -d '${body}'`
  return (
    <section class="sheet pad mb-6">
      {takes && <Example title={words.takes} value={exampleOf(takes.schema, document)} />}
      {gives && <Example title={`${words.gives} (${status})`} value={exampleOf(gives.schema, document)} />}
      {!gives && (
        <p>
          {words.gives} ({status}): {answer?.content ? words.file : words.nothing}
        </p>
      )}
      <h2>{words.example}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable from the keyboard */}
      <pre class="overflow-x-auto" tabIndex={0}>
        <code>
          {`curl -X ${method.toUpperCase()} -H "Authorization: Bearer $TOKEN"${json ?? upload ?? ''} ${origin}${path}`}
        </code>
      </pre>
    </section>
  )
}

function Example({ title, value }: { title: string; value: unknown }) {
  return (
    <>
      <h2>{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable from the keyboard */}
      <pre class="overflow-x-auto" tabIndex={0}>
        <code>{JSON.stringify(value, null, 2)}</code>
      </pre>
    </>
  )
}
