import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

/** What people read in code: the names that it declares and its English comments, without what stands in quotes of any kind. */
function wordsOf({ path, text }: SourceFile): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const words: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isDeclared(node)) words.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?<=^\s*|[;{},]\s+)\/\/[^\n]*/gm) ?? []
  const plain = comments.map((comment) => comment.replace(/«[^»]*»|`[^`]*`|“[^”]*”|"[^"]*"|\S*[^ -~\s]\S*/g, ' '))
  return [...words, ...plain]
}

/** The name of a declaration, not of a property that somebody else has named. */
function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node
  const named = parent as { readonly name?: ts.Node }
  return (
    named.name === node &&
    !ts.isPropertyAccessExpression(parent) &&
    !ts.isBindingElement(parent) &&
    !ts.isPropertyAssignment(parent)
  )
}

function misspelt(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'spelling-'))
  try {
    writeFileSync(join(folder, 'words.txt'), text)
    const args = [
      'lint',
      '--config',
      resolve('cspell.config.mjs'),
      '--root',
      folder,
      '--words-only',
      '--unique',
      '--quiet',
      'words.txt',
    ]
    const { stdout } = spawnSync(process.execPath, [resolve('node_modules/cspell/bin.mjs'), ...args], {
      encoding: 'utf8',
      cwd: folder,
    })
    return stdout.split('\n').filter(Boolean)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('spelling', () => {
  it('of every name and comment is what the glossary or a dictionary has', { timeout: 120_000 }, () => {
    const files = sourceFiles().map((file) => ({ path: file.path, words: wordsOf(file).join('\n') }))
    const wrong = misspelt(files.map(({ words }) => words).join('\n'))
    const places = wrong.map((word) => `${word}: ${files.find(({ words }) => words.includes(word))?.path}`)
    expect(files.length).toBeGreaterThan(3)
    expect(places).toEqual([])
  })

  it('rejects its fixture', { timeout: 60_000 }, () => {
    const words = wordsOf({
      path: 'src/a.ts',
      text: `/${'**'} Recieves «thư». */\nexport const exampler = 'Kế hoạch'\n`,
    })
    expect(misspelt(words.join('\n')).toSorted()).toEqual(['Recieves', 'exampler'])
  })
})
