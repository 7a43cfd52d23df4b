import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'
import {
  coreIsAClosedList,
  filesAreShort,
  namesSayWhatTheyHold,
  type SourceLaw,
  suppressionsGiveReasons,
  wordsHaveAHome,
} from './source-laws.ts'

const files = sourceFiles()

const laws: [string, SourceLaw, { path: string; text: string }][] = [
  ['core/ is a closed list', coreIsAClosedList, { path: 'src/core/misc.ts', text: '' }],
  ['names say what they hold', namesSayWhatTheyHold, { path: 'src/plans/utils.ts', text: '' }],
  ['files are short', filesAreShort, { path: 'src/plans/rules.ts', text: '\n'.repeat(251) }],
  [
    'a suppression ends in its reason',
    suppressionsGiveReasons,
    { path: 'src/a.ts', text: `${'//'} @ts-expect-error\nx()` },
  ],
  ['words have a home', wordsHaveAHome, { path: 'src/plans/actions.ts', text: "throw new Error('Kế hoạch đã khóa')" }],
]

describe.each(laws)('%s', (_, law, culprit) => {
  it('holds for every file of the project', () => {
    expect(files.length).toBeGreaterThan(3)
    expect(files.flatMap(law)).toEqual([])
  })

  it('rejects its fixture', () => {
    expect(law(culprit)).toHaveLength(1)
  })
})
