import { setFlash } from '../../platform/http/flash.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { toHtml } from '../../ui/html.ts'
import { ImportPage } from '../pages/import-page.tsx'
import { planPaths } from '../paths.ts'
import { importingTexts } from '../texts/importing.ts'
import { listingTexts } from '../texts/listing.ts'
import { MOST_FILES, type TakeInProblem, takeIn } from './take-in.ts'

const MEGABYTE = 1024 * 1024

/** The form for handing documents in. */
export function showImport(c: HouseRequest): Response {
  return importPage(c, null)
}

function importPage(c: HouseRequest, problem: TakeInProblem | null): Response {
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
