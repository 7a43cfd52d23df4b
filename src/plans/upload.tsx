import { write } from '../context.ts'
import { Refusal } from '../core/problem.ts'
import { setFlash } from '../platform/http/flash.ts'
import { readUpload, type Upload } from '../platform/http/form.ts'
import type { HouseRequest } from '../platform/http/route.ts'
import { toHtml } from '../ui/html.ts'
import { importDocument, type UploadedFile } from './actions.ts'
import { ImportPage } from './pages/import-page.tsx'
import { planPaths } from './paths.ts'
import { Grouping, Turn } from './schema.ts'
import { importingTexts } from './texts/importing.ts'
import { listingTexts } from './texts/listing.ts'

/** Files of one form: photographs of a long document, or the plans of a year. */
const MOST_FILES = 100
const MEGABYTE = 1024 * 1024

type ProblemCode = keyof ReturnType<typeof errorWords>

export function showImport(c: HouseRequest): Response {
  return importPage(c, null)
}

function importPage(c: HouseRequest, problem: ProblemCode | null): Response {
  const { config } = c.var.ctx
  const errors = problem ? [{ id: 'files', message: errorWords(c)[problem] }] : []
  const megabytes = Math.round(config.uploadLimit / MEGABYTE)
  const page = (
    <ImportPage view={c.var.view} megabytes={megabytes} pages={config.pageLimit} most={MOST_FILES} errors={errors} />
  )
  return c.html(toHtml(page) as string, problem ? 422 : 200) as Response
}

function errorWords(c: HouseRequest) {
  const words = importingTexts[c.var.view.lang].importing.errors
  const megabytes = Math.round(c.var.ctx.config.uploadLimit / MEGABYTE)
  return {
    'no-file': words['no-file'],
    'too-large': words['too-large'](megabytes),
    'too-many': words['too-many'](MOST_FILES),
  }
}

/** Takes the files of the form in and leads to their progress. An island that sends the form itself is answered in JSON. */
export async function upload(c: HouseRequest): Promise<Response> {
  const wantsJson = c.req.header('accept') === 'application/json'
  const result = await takeIn(c)
  if ('problem' in result) {
    return wantsJson ? c.json({ error: errorWords(c)[result.problem] }, 422) : importPage(c, result.problem)
  }
  setFlash(c, { tone: 'leaf', text: listingTexts[c.var.view.lang].done.uploaded(result.ids.length) })
  const [only] = result.ids
  const to = result.ids.length === 1 && only ? planPaths.document(only) : planPaths.progressOf(result.ids)
  return wantsJson ? c.json({ location: to }) : c.redirect(to, 303)
}

async function takeIn(c: HouseRequest): Promise<{ ids: string[] } | { problem: ProblemCode }> {
  const { ctx } = c.var
  const fileSize = ctx.config.uploadLimit
  try {
    const form = await readUpload(c, { files: MOST_FILES + 1, fileSize, totalSize: 2 * fileSize })
    if (form.files.length === 0) return { problem: 'no-file' }
    if (form.files.length > MOST_FILES) {
      for (const { kept } of form.files) await ctx.files.remove(kept.key)
      return { problem: 'too-many' }
    }
    return { ids: await importAll(c, documentsOf(form)) }
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'too-large')
      return { problem: error.problems[0]?.code === 'too-many' ? 'too-many' : 'too-large' }
    throw error
  }
}

/** One transaction for the whole form: all documents are taken in, or none and their files are gone. */
async function importAll(c: HouseRequest, documents: readonly (readonly UploadedFile[])[]): Promise<string[]> {
  const { ctx } = c.var
  try {
    return await write(ctx, async (tx) => {
      const ids: string[] = []
      for (const files of documents) ids.push(await importDocument(tx, files))
      return ids
    })
  } catch (error) {
    for (const { key } of documents.flat()) await ctx.files.remove(key)
    throw error
  }
}

function documentsOf({ fields, files }: Upload): readonly (readonly UploadedFile[])[] {
  const turns = fields.getAll('turn')
  const uploaded = files.map(({ name, kept }, index) => ({ ...kept, name, turn: Turn.parse(turns[index] ?? 0) }))
  return Grouping.parse(fields.get('grouping')) === 'pages' ? [uploaded] : uploaded.map((file) => [file])
}
