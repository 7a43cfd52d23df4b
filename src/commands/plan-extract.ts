import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import type { ParsedPlan } from '../parser/contract.ts'
import { parseAside } from '../plans/reading/parse-aside.ts'
import { defaultLimits, type ReadingLimits } from '../platform/readers/limits.ts'
import { type ReadProgress, readDocument } from '../platform/readers/read-document.ts'
import { unreadableTexts } from '../platform/readers/texts.ts'
import { Unreadable } from '../platform/readers/unreadable.ts'
import { cliTexts, extractTexts } from '../texts.ts'
import type { Terminal } from './terminal.ts'

interface Wish {
  readonly text: boolean
  readonly questions: boolean
  readonly spans: boolean
}

/**
 * `lantoa plan extract FILE…`: reads plans and prints what they order, as docs/plan-extraction.md says. Resolves with the exit
 * code: 1 when a file could not be read or nothing was asked for, 130 when it was stopped.
 */
export async function extractPlans(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  terminal: Terminal,
): Promise<number> {
  const { files, wish, wrong } = readArguments(args)
  if (wrong !== undefined || files.length === 0) {
    terminal.complain(wrong ?? extractTexts.noFile)
    return 1
  }
  const { pageLimit } = readConfig(env, process.cwd())
  const limits = { ...defaultLimits, maxPages: pageLimit }
  let failed = false
  for (const file of files) {
    const plan = await extractOne(file, limits, terminal)
    if (terminal.stopped.aborted) return 130
    if (plan) await terminal.print(formatted(plan, wish, files.length > 1))
    else failed = true
  }
  return failed ? 1 : 0
}

function readArguments(args: readonly string[]): { files: string[]; wish: Wish; wrong?: string } {
  const none = { files: [], wish: { text: false, questions: false, spans: false } }
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { text: flag, questions: flag, spans: flag },
      allowPositionals: true,
    })
    return { files: positionals, wish: values }
  } catch (error) {
    const name = /'(-[^']*)'/.exec((error as Error).message)?.[1] ?? ''
    return { ...none, wrong: cliTexts.unknownOption(name) }
  }
}

/** Undefined when the file cannot be read; why, and how far it is, goes to standard error. */
async function extractOne(path: string, limits: ReadingLimits, terminal: Terminal): Promise<ParsedPlan | undefined> {
  const name = basename(path)
  const onProgress = ({ page, pages, step }: ReadProgress) => terminal.status(extractTexts[step](name, page, pages))
  try {
    await access(path)
    const source = await readDocument({ files: [{ path, name }], limits }, { signal: terminal.stopped, onProgress })
    return await parseAside(source, { signal: terminal.stopped })
  } catch (error) {
    terminal.complain(`${path}: ${complaintAbout(error)}`)
    return undefined
  } finally {
    terminal.status('')
  }
}

function complaintAbout(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return extractTexts.noSuchFile
  if (error instanceof Unreadable) return unreadableTexts[error.code](error.facts)
  return extractTexts.fault((error as Error).message)
}

function formatted(parsed: ParsedPlan, wish: Wish, oneOfMany: boolean): string {
  if (wish.text) return oneOfMany ? `${parsed.text}\n\f` : `${parsed.text}\n`
  const { plan, questions, sources, unused } = parsed
  const shown = { ...plan, ...(wish.questions && { questions }), ...(wish.spans && { sources, unused }) }
  return `${JSON.stringify(shown, null, oneOfMany ? 0 : 2)}\n`
}
