import { accessPaths } from '../../access/paths.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Table } from '../../ui/table.tsx'
import type { View } from '../../ui/view.ts'
import { webhookPaths } from '../../webhooks/paths.ts'
import { webhookTexts } from '../../webhooks/texts.ts'
import type { OpenApiDocument, OperationObject } from '../openapi.ts'
import { apiPaths, operationPath } from '../paths.ts'
import { apiTexts } from '../texts.ts'

interface ListedOperation {
  readonly method: string
  readonly path: string
  readonly operation: OperationObject
}

/** What the API can do, made from its OpenAPI document. */
export function ApiPage({ view, document }: { view: View; document: OpenApiDocument }) {
  const words = apiTexts[view.lang]
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  return (
    <Shell view={view} title={words.title}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <a class="button" href={apiPaths.document}>
              {words.document}
            </a>
            <a class="button" href={webhookPaths.list}>
              {webhookTexts[view.lang].title}
            </a>
            <a class="button first" href={accessPaths.tokens}>
              {words.makeToken}
            </a>
          </>
        }
      />
      {document.tags.map(({ name, description }) => (
        <OperationTable
          view={view}
          caption={description}
          rows={all.filter(({ operation }) => operation.tags.includes(name))}
        />
      ))}
    </Shell>
  )
}

function OperationTable({ view, caption, rows }: { view: View; caption: string; rows: readonly ListedOperation[] }) {
  const words = apiTexts[view.lang]
  return (
    <section class="sheet mb-6">
      <Table
        view={view}
        caption={caption}
        rows={rows}
        columns={[
          {
            key: 'summary',
            label: words.summary,
            head: true,
            cell: ({ operation }) => <a href={operationPath(operation.operationId)}>{operation.summary}</a>,
          },
          {
            key: 'path',
            label: words.address,
            cell: ({ method, path }) => (
              <code class="break-all">
                {method} {path}
              </code>
            ),
          },
          {
            key: 'permission',
            label: words.permission,
            cell: ({ operation }) => <code>{operation['x-permission']}</code>,
          },
        ]}
      />
    </section>
  )
}
