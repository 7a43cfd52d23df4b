import { readFile } from 'node:fs/promises'
import Excel from 'exceljs'
import { z } from 'zod'
import { type Context, write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { can } from '../../core/reach.ts'
import { setFlash } from '../../platform/http/flash.ts'
import { readUpload, type UploadedFile } from '../../platform/http/form.ts'
import { type HouseRequest, type Route, route } from '../../platform/http/route.ts'
import { readXlsx } from '../../platform/office/read-xlsx.ts'
import { Unreadable } from '../../platform/readers/unreadable.ts'
import { toHtml } from '../../ui/html.ts'
import { importUnits } from '../actions/import-units.ts'
import { errorsOf, missingOf } from '../form-errors.ts'
import { type Sentence, UnitListPage } from '../pages/unit-list-page.tsx'
import { unitPaths } from '../paths.ts'
import { organisationPermissions } from '../permissions.ts'
import { listTree } from '../queries/list-units.ts'
import { Day, type Unit, unitKinds } from '../schema.ts'
import { unitKindTexts } from '../texts/unit-kinds.ts'
import { unitListTexts } from '../texts/unit-list.ts'
import { unitProblemTexts } from '../texts/unit-problems.ts'
import { checkLines, linesOf, rowsOfText, type UnitLine } from '../unit-list.ts'
import { unitOf } from './units.tsx'

const LIST = unitPaths.importList(':id{\\d{1,10}}')
const permission = organisationPermissions.changeUnits

export const unitListRoutes: readonly Route[] = [
  route({ method: 'GET', path: unitPaths.template, permission, event: null, handler: sendTemplate }),
  route({ method: 'GET', path: LIST, permission, event: null, handler: ask }),
  route({ method: 'POST', path: LIST, permission, event: 'unit.imported', handler: check }),
]

async function changeable(c: HouseRequest): Promise<Unit> {
  const unit = await unitOf(c)
  if (!can(c.var.ctx.actor, permission, unit.path)) throw new Refusal('forbidden')
  return unit
}

async function ask(c: HouseRequest): Promise<Response> {
  const unit = await changeable(c)
  const typed = { on: c.var.ctx.actor.on }
  return c.html(toHtml(<UnitListPage view={c.var.view} {...{ unit, typed }} lines={[]} sentences={[]} errors={{}} />))
}

const MIB = 1024 * 1024
const Dated = z.object({
  on: Day,
  decision: z
    .string()
    .trim()
    .max(500)
    .transform((text) => text || null),
})

async function check(c: HouseRequest): Promise<Response> {
  const { ctx, view } = c.var
  const unit = await changeable(c)
  const { fields, files } = await readUpload(c, { files: 1, fileSize: 5 * MIB, totalSize: 6 * MIB })
  const words = unitListTexts[view.lang]
  const { agreed, ...typed } = { list: '', decision: '', ...Object.fromEntries(fields) } as Record<string, string>
  const again = (lines: readonly UnitLine[], sentences: readonly Sentence[], errors: Record<string, string>) =>
    c.html(
      toHtml(<UnitListPage view={view} {...{ unit, lines, sentences, errors, typed }} />),
      sentences.length + Object.keys(errors).length > 0 ? 422 : 200,
    )
  try {
    if (files[0]) typed['list'] = await listOf(ctx, files[0])
    const lines = linesOf(rowsOfText(typed['list'] ?? ''))
    const known = await listTree(ctx, unit)
    const { ready, problems } = checkLines(lines, { root: unit, known })
    const dated = Dated.safeParse(typed)
    if (!dated.success) return again(lines, [], missingOf(dated.error, unitProblemTexts[view.lang], 'on'))
    const sentences = problems.map((problem) => ({
      row: Number(problem['row']),
      text: Object.values(errorsOf([problem], words.problems, 'list'))[0] ?? '',
    }))
    if (sentences.length > 0 || agreed !== 'yes') return again(lines, sentences, {})
    const count = await write(ctx, (tx) => importUnits(tx, unit.id, ready, dated.data))
    setFlash(c, { tone: 'leaf', text: words.done(count) })
    return c.redirect(unitPaths.unit(unit.id), 303)
  } catch (error) {
    if (error instanceof Unreadable) return again([], [{ row: 0, text: words.problems['list-unreadable']() }], {})
    if ((error as { code?: string }).code === '23505')
      return again([], [{ row: 0, text: unitProblemTexts[view.lang]['code-taken']() }], {})
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error
    return again([], [], errorsOf(error.problems, unitProblemTexts[view.lang], 'on'))
  }
}

/** The file's first sheet as pasted text, so that the list can be corrected on the page; the file itself is not kept. */
async function listOf(ctx: Context, file: UploadedFile): Promise<string> {
  try {
    const bytes = await ctx.files.withLocalPath(file.kept.key, (path) => readFile(path))
    const rows = await readXlsx(bytes)
    return rows.map(({ cells }) => cells.slice(0, 5).join('\t')).join('\n')
  } finally {
    await ctx.files.remove(file.kept.key)
  }
}

async function sendTemplate(c: HouseRequest): Promise<Response> {
  const { lang } = c.var.view
  const words = unitListTexts[lang]
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet(words.sheet)
  const { name, shortName, kind, code, parent } = words.columns
  sheet.addRow([name, shortName, kind, code, parent]).font = { bold: true }
  sheet.addRow([...words.sample])
  sheet.columns.forEach((column, index) => {
    column.width = index === 0 || index === 4 ? 45 : 22
  })
  const kinds = book.addWorksheet(kind)
  for (const one of unitKinds) kinds.addRow([unitKindTexts[lang][one]])
  const bytes = await book.xlsx.writeBuffer()
  return c.body(bytes as ArrayBuffer, 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': 'attachment; filename="don-vi.xlsx"',
  })
}
