import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fold } from '../../core/text/fold.ts'
import { unitKinds } from '../../organisation/schema.ts'
import { unitKindTexts } from '../../organisation/texts/unit-kinds.ts'
import { type KnownUnit, matchNames } from './match-units.ts'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const OWN = 'Ủy ban nhân dân xã Đồng Rạng'

/** The commune of the demonstration. */
function aCommuneOfUnits(): KnownUnit[] {
  const kinds = new Map(unitKinds.map((kind) => [fold(unitKindTexts.vi[kind]), kind]))
  const rows = read('samples/demo/units.tsv').trim().split('\n').slice(1)
  const own: KnownUnit = {
    id: 1,
    name: OWN,
    shortName: null,
    kind: 'commune',
    parentId: null,
    place: 'own',
    former: [],
  }
  return [
    own,
    ...rows.map((row, index): KnownUnit => {
      const [name = '', shortName = '', kind = '', , parent = ''] = row.split('\t')
      const known = { id: index + 2, name, shortName: shortName || null, kind: kinds.get(fold(kind)) ?? 'other' }
      return { ...known, parentId: parent === '' ? 1 : 0, place: 'below', former: [] }
    }),
  ]
}

const labels = read('test/fixtures/unit-names/xa-dong-rang.tsv')
  .trim()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string])

it('takes what is sure, asks about what is not, and never takes a wrong unit', () => {
  const units = aCommuneOfUnits()
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  const matches = matchNames(
    labels.map(([name]) => name),
    units,
  )
  const wrong: string[] = []
  const missed: string[] = []
  for (const [index, [name, label]] of labels.entries()) {
    const match = matches[index]
    const taken = match?.sure
      ? match.proposals.map(({ unitId, title }) => (title ? `→ ${title}` : nameOf.get(unitId))).join('|')
      : '–'
    const offered = match?.proposals.map(({ unitId }) => nameOf.get(unitId)) ?? []
    if (label.startsWith('? ')) {
      if (taken !== '–' && taken !== label.slice(2)) wrong.push(`${name}: ${taken}`)
      if (!offered.includes(label.slice(2))) missed.push(`${name}: ${offered.join(', ')}`)
    } else if (taken !== label) (taken === '–' ? missed : wrong).push(`${name}: ${taken} (${offered.join(', ')})`)
  }
  expect({ wrong, missed }).toEqual({ wrong: [], missed: [] })
})

it('finds a unit by the name that it, or what it succeeds, once had', () => {
  const units: KnownUnit[] = [
    { id: 1, name: 'UBND phường Sen', shortName: null, kind: 'ward', parentId: null, place: 'own', former: [] },
    {
      id: 2,
      name: 'Khu phố Đông',
      shortName: null,
      kind: 'residential-group',
      parentId: 1,
      place: 'below',
      former: ['Khóm 3'],
    },
  ]
  expect(matchNames(['Khóm 3'], units)).toEqual([
    { name: 'Khóm 3', sure: true, proposals: [{ unitId: 2, title: '', reason: 'former-name', score: 1 }] },
  ])
})

it('leaves the choice to the officer where two units have one name', () => {
  const below = { shortName: null, kind: 'school', parentId: 1, place: 'below', former: [] } as const
  const units: KnownUnit[] = [
    { id: 1, name: 'UBND xã Sen', shortName: null, kind: 'commune', parentId: null, place: 'own', former: [] },
    { ...below, id: 2, name: 'Trường Tiểu học số 1' },
    { ...below, id: 3, name: 'Trường Tiểu học số 1' },
  ]
  const [match] = matchNames(['Trường TH số 1'], units)
  expect([match?.sure, match?.proposals.map(({ unitId }) => unitId)]).toEqual([false, [2, 3]])
})

it('an office that was set up as «Xã …» is the one whose people’s committee the plan means, whatever its kind', () => {
  const own = { id: 1, name: 'Xã Khe Muồng', shortName: null, kind: 'other', parentId: null, place: 'own', former: [] }
  const named = ['UBND xã', 'Ủy ban nhân dân xã Khe Muồng', 'Ủy ban nhân dân xã', 'UBND tỉnh']
  const matches = matchNames(named, [own as KnownUnit])
  expect(matches.map(({ sure, proposals }) => sure && proposals.map(({ unitId }) => unitId))).toEqual([
    [1],
    [1],
    [1],
    false,
  ])
})
