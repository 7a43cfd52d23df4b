import { Csrf, Field, TextField } from '../../ui/fields.tsx'
import type { View } from '../../ui/view.ts'
import { exampleOf } from '../example.ts'
import type { OpenApiDocument, OperationObject } from '../openapi.ts'
import { apiPaths } from '../paths.ts'
import { JSON_FIELD } from '../read-request.ts'
import { apiTexts } from '../texts.ts'

export interface OperationPageProps {
  readonly view: View
  /** As the document has it: `/api/units/{id}`. */
  readonly path: string
  readonly method: string
  readonly operation: OperationObject
  readonly document: OpenApiDocument
  readonly origin: string
  /** What the address gives for the parameters of the path. */
  readonly given: Readonly<Record<string, string>>
}

/** Tries the operation with the browser's own session; an operation whose path names a record first asks which. */
export function TryForm(props: OperationPageProps) {
  const { view, path, operation, given } = props
  const words = apiTexts[view.lang]
  const names = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name] ?? ''))
  const isFilled = names.every((name) => given[name])
  return (
    <section class="sheet pad" aria-labelledby="try">
      <h2 id="try">{words.tryIt}</h2>
      {names.length > 0 && (
        <form class="form" method="get" action={apiPaths.page}>
          <input type="hidden" name="operation" value={operation.operationId} />
          {names.map((name) => (
            <TextField view={view} id={name} name={name} label={name} value={given[name] ?? ''} required />
          ))}
          <button class="button" type="submit">
            {words.fill}
          </button>
        </form>
      )}
      {isFilled && <SendForm {...props} action={filled} />}
    </section>
  )
}

function SendForm({ view, method, operation, document, action }: OperationPageProps & { action: string }) {
  const words = apiTexts[view.lang]
  const takes = operation.requestBody?.content
  const query = operation.parameters.filter((one) => one.in === 'query')
  const encoding = takes?.['multipart/form-data'] ? { enctype: 'multipart/form-data' as const } : {}
  return (
    <form class="form" method={method === 'get' ? 'get' : 'post'} action={action} {...encoding}>
      {method !== 'get' && (
        <>
          <Csrf view={view} />
          <p class="hint">{words.tryLead}</p>
        </>
      )}
      {query.map(({ name }) => (
        <TextField view={view} id={`query-${name}`} name={name} label={name} />
      ))}
      {takes?.['application/json'] && (
        <Field view={view} id="json" label={words.body}>
          <textarea class="input" id="json" name={JSON_FIELD} rows={12} spellcheck={false}>
            {JSON.stringify(exampleOf(takes['application/json'].schema, document), null, 2)}
          </textarea>
        </Field>
      )}
      {takes?.['multipart/form-data'] && (
        <Field view={view} id="files" label={words.files}>
          <input class="input" type="file" id="files" name="files" multiple />
        </Field>
      )}
      <button class="button first" type="submit">
        {words.send}
      </button>
    </form>
  )
}
