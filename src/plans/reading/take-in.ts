import { write } from '../../context.ts'
import { Refusal } from '../../core/problem.ts'
import { readUpload, type Upload } from '../../platform/http/form.ts'
import type { HouseRequest } from '../../platform/http/route.ts'
import { importDocument, type UploadedFile } from '../actions.ts'
import { Grouping, Turn } from '../schema.ts'

/** Files of one form: photographs of a long document, or the plans of a year. */
export const MOST_FILES = 100

/** Why a form with files was not taken in. */
export type TakeInProblem = 'no-file' | 'too-large' | 'too-many'

/** Takes the files of a form in. Returns the ids of the documents, or why none of it was taken; then no file of it stays in the store. */
export async function takeIn(c: HouseRequest): Promise<{ ids: string[] } | { problem: TakeInProblem }> {
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
