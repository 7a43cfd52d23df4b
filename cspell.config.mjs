import { readFileSync } from 'node:fs'

const glossaryRows = readFileSync(new URL('docs/glossary.md', import.meta.url), 'utf8').matchAll(/^\| ([^|]+) \|/gm)
const glossary = [...glossaryRows].flatMap(([, terms]) => terms.split(/[^a-z]+/)).filter((word) => word.length > 3)

/** Spelling of names and English comments; test/code/spelling.test.ts gathers them. A new domain word goes into docs/glossary.md. */
export default {
  version: '0.2',
  language: 'en-GB,en',
  allowCompoundWords: false,
  words: glossary,
  dictionaryDefinitions: [{ name: 'craft', path: './test/code/craft-words.txt' }],
  dictionaries: ['craft', 'typescript', 'node', 'html', 'css', 'softwareTerms', 'sql', 'fonts', 'npm'],
}
