import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { aParsedPlan } from '../../../../test/builders/plans.ts'
import type { ParsedPlan, Source } from '../../../parser/contract.ts'
import { assetsFrom } from '../../../ui/assets.ts'
import { toHtml } from '../../../ui/html.ts'
import type { View } from '../../../ui/view.ts'
import { itemsOfReading } from '../../items/items-of-reading.ts'
import { reviewOf } from './review-data.ts'
import { ReviewPage } from './review-page.tsx'

const view: View = {
  lang: 'vi',
  path: '/ke-hoach/x',
  assets: assetsFrom({}),
  csrf: { name: 'form-token', value: 'x' },
  unit: null,
  account: null,
  notices: null,
  nav: [],
  demo: false,
  flash: null,
  search: null,
}

const syllables =
  'thi đua khen thưởng điển hình tiên tiến nhân rộng phong trào lĩnh vực tập thể cá nhân gương mẫu xuất sắc hiệu quả địa bàn'.split(
    ' ',
  )

/** A text as varied as print: the same words seldom in the same order. */
function words(seed: number, count: number): string {
  let state = seed + 1
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return syllables[Math.floor((state / 2_147_483_648) * syllables.length)]
  }
  return `${Array.from({ length: count }, next).join(' ')} ${seed}.`
}

/** Forty pages: 40 fields with 8 criteria each, every one read from its own paragraph. */
function aLongPlan(): ParsedPlan {
  const parsed = aParsedPlan({ title: words(0, 40) })
  const sources: Source[] = []
  let text = ''
  const read = (path: string, sentence: string) => {
    sources.push({ path, start: text.length, end: text.length + sentence.length })
    text += `${sentence}\n`
    return sentence
  }
  const fields = Array.from({ length: 40 }, (_, field) => ({
    ordinal: String(field + 1),
    title: read(`/fields/${field}/title`, words(field, 14)),
    lead: [read(`/fields/${field}/lead/0`, words(field + 1_000, 6))],
    coordinating: [],
    relation: null,
    criteria: Array.from({ length: 8 }, (_, criterion) => ({
      subject: 'collective' as const,
      text: read(`/fields/${field}/criteria/${criterion}/text`, words(field * 8 + criterion + 2_000, 55)),
    })),
    targets: [],
    period: null,
  }))
  return { ...parsed, text, sources, plan: { ...parsed.plan, fields } }
}

function page(parsed: ParsedPlan, mayEdit: boolean): string {
  const numbers = Array.from({ length: 1_000 }, (_, index) => index).values()
  const newId = () => `0199aaaa-0000-7000-8000-${String(numbers.next().value).padStart(12, '0')}`
  const id = '0199aaaa-0000-7000-8000-000000000000'
  const { items } = itemsOfReading(parsed, newId, id)
  const plan = { id, state: 'read' as const, revision: 0 }
  const { text, unused } = parsed
  const review = reviewOf({ view, plan, text, unused, mayEdit, items, removed: [], questions: [] })
  const document = { id, name: 'dài.txt', state: 'read' as const, files: [] }
  const show = { words: '', only: null }
  const steps = { undo: null, redo: null }
  return toHtml(<ReviewPage {...{ review, document, show, steps }} confirm={null} />)
}

it('a plan of forty pages is a page of at most 100 kB packed, drawn within a moment', () => {
  const parsed = aLongPlan()
  expect(parsed.text.length).toBeGreaterThan(40 * 2_000)
  const began = performance.now()
  const html = page(parsed, true)
  const took = performance.now() - began
  expect(gzipSync(html).length).toBeLessThan(100_000)
  expect(took).toBeLessThan(1_000)
})

it('a plan without fields says so instead of leaving a hole', () => {
  const html = page(aParsedPlan(), false)
  expect(html).toContain('Kế hoạch này không chia lĩnh vực để phát hiện điển hình.')
})

it('whoever may not change the plan sees no way to do it', () => {
  const html = page(aLongPlan(), false)
  for (const word of ['>Sửa<', 'Thêm lĩnh vực', 'Hoàn tác', 'Phím tắt', 'Xóa'])
    expect([word, html.includes(word)]).toEqual([word, false])
})
