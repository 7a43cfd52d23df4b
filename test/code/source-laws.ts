import ts from 'typescript'
import type { SourceFile } from './source-files.ts'

const core = /^src\/core\/(?:(?:workflow|problem|reach)(?:\.test)?\.ts$|(?:dates|text)\/)/
const vagueNames = /(?:^|\/)(?:utils?|common|helpers?|services?|types|misc|index)(?:\.tsx?$|\/)/
/** Where words for people may stand (law 7); core/text, core/dates and legacy-encoding hold words and letters of the language itself. */
const wordHomes = [
  /(?:^|\/)texts(?:\.tsx?$|\/)/,
  /\/pages\//,
  /\/letters\//,
  /^src\/documents\//,
  /^src\/parser\//,
  /^src\/core\/(?:text|dates)\//,
  /^src\/platform\/readers\/legacy-encoding\//,
  /\.test\.tsx?$/,
]
const generated = /^src\/platform\/tables\.ts$/
const vietnamese = /[ăâđêôơưàáạảãầấậẩẫằắặẳẵèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ]/iu

export type SourceLaw = (file: SourceFile) => string[]

/** Law 1: `core/` is a closed list. */
export const coreIsAClosedList: SourceLaw = ({ path }) =>
  path.startsWith('src/core/') && !core.test(path)
    ? [`${path}: core/ holds workflow, problem, reach, dates and text only`]
    : []

export const namesSayWhatTheyHold: SourceLaw = ({ path }) =>
  vagueNames.test(path) ? [`${path}: a name of this kind says nothing`] : []

/** Law 9: a file has at most 250 lines. */
export const filesAreShort: SourceLaw = ({ path, text }) => {
  const lines = text.split('\n').length - 1
  return lines > 250 && !generated.test(path) ? [`${path}: ${lines} lines`] : []
}

/** Law 9: a suppression ends in its reason. */
export const suppressionsGiveReasons: SourceLaw = ({ path, text }) =>
  text.split('\n').flatMap((line, index) => {
    const suppression = /\/[/*]\s*(?:biome-ignore[^:]*|@ts-expect-error|@ts-ignore)(.*)/.exec(line)
    const isBare = suppression !== null && !/[\p{L}]{3,}.*\s/u.test(suppression[1] ?? '')
    return isBare ? [`${path}:${index + 1}: ${line.trim()}`] : []
  })

/** Law 7: words for people stand only in texts.ts, pages, letters and parser/. */
export const wordsHaveAHome: SourceLaw = ({ path, text }) => {
  if (!path.startsWith('src/') || wordHomes.some((home) => home.test(path))) return []
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isJsxText(node)
    if (isText && vietnamese.test(node.text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${path}:${line + 1}: ${node.text.trim().slice(0, 60)}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
