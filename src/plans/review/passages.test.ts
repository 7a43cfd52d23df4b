import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../items/item-schema.ts'
import { type Passage, type Piece, paragraphsOf, passagesByItem, passagesOf, restOf } from './passages.ts'

const read = (start: number, end: number, ...items: string[]): Passage => ({ start, end, kind: 'read', items })

function words(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : words(piece.inside))).join('')
}

/** The text that lies under the passage, wherever the passage was cut. */
function drawn(pieces: readonly Piece[], passage: Passage): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return ''
      return piece.passage === passage ? words(piece.inside) : drawn(piece.inside, passage)
    })
    .join('')
}

describe('items of the page', () => {
  const item = (id: string, kind: Item['kind'], passages: Item['passages'], sourceId = 'plan'): Item =>
    ({
      id,
      kind,
      passages,
      sourceId,
      parentId: null,
      position: 1,
      data: { number: null, lead: ['Sở Y tế'] },
    }) as unknown as Item

  it('a passage leads to the element of its item, of the header to the row of its key', () => {
    const items = [
      item('a', 'header', [
        { key: 'date/day', start: 0, end: 2 },
        { key: 'place', start: 2, end: 4 },
        { key: 'symbol', start: 4, end: 6 },
        { key: 'difficultiesTo', start: 6, end: 8 },
      ]),
      item('b', 'field', [{ key: 'lead/0', start: 8, end: 10 }]),
      item('c', 'work', [{ key: 'text', start: 10, end: 12 }], 'another document'),
    ]
    const passages = passagesOf({ planId: 'plan', items, questions: [], unused: [] })
    expect(passages.flatMap((passage) => passage.items)).toEqual([
      'document-date',
      'document-date',
      'document-number',
      'difficultiesTo',
      'i-b.0',
    ])
  })

  it('a passage from which several items were read stands there once and names them all', () => {
    const items = [
      item('a', 'header', [
        { key: 'issuer', start: 0, end: 4 },
        { key: 'level', start: 0, end: 4 },
        { key: 'title', start: 5, end: 9 },
      ]),
    ]
    const questions = [{ id: 'one', start: 5, end: 9 }]
    const passages = passagesOf({ planId: 'plan', items, questions, unused: [{ start: 10, end: 12 }] })
    expect(passages).toEqual([
      { start: 0, end: 4, kind: 'read', items: ['document-issuer', 'document-level'] },
      { start: 5, end: 9, kind: 'question', items: ['q-one', 'document-title'] },
      { start: 10, end: 12, kind: 'unused', items: ['u-10'] },
    ])
    expect([...passagesByItem(passages).keys()]).toEqual([
      'document-issuer',
      'document-level',
      'q-one',
      'document-title',
      'u-10',
    ])
  })

  it('what has become an item is no longer unused, the rest of its paragraph still is', () => {
    expect(
      restOf(
        [
          { start: 0, end: 30 },
          { start: 40, end: 50 },
        ],
        [
          { start: 5, end: 10 },
          { start: 38, end: 60 },
        ],
      ),
    ).toEqual([
      { start: 0, end: 5 },
      { start: 10, end: 30 },
    ])
  })
})

describe('the document with its passages', () => {
  it('a passage inside a passage is set inside it', () => {
    const outer = read(0, 11, 'a')
    const inner = read(4, 7, 'b')
    expect(paragraphsOf('abc def ghi', [outer, inner])).toEqual([
      {
        start: 0,
        end: 11,
        index: 0,
        gap: 0,
        pieces: [
          {
            passage: outer,
            begins: true,
            inside: ['abc ', { passage: inner, begins: true, inside: ['def'] }, ' ghi'],
          },
        ],
      },
    ])
  })

  it('a passage over two lines is drawn on both and begins once', () => {
    const passage = read(2, 7, 'a')
    const [first, second] = paragraphsOf('abcd\nefgh', [passage])
    expect(first?.pieces).toEqual(['ab', { passage, begins: true, inside: ['cd'] }])
    expect(second?.pieces).toEqual([{ passage, begins: false, inside: ['ef'] }, 'gh'])
  })

  it('whatever the passages, no letter is lost or doubled and each passage is drawn over its own text', () => {
    const span = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))
      .map(([start, size]) => ({ start, end: start + size }))
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-d\n ]{1,80}$/),
        fc.uniqueArray(span, { maxLength: 12, selector: (s) => `${s.start}-${s.end}` }),
        (text, spans) => {
          const passages = spans
            .filter(({ end }) => end <= text.length)
            .map(({ start, end }, index) => read(start, end, String(index)))
            .sort((a, b) => a.start - b.start || b.end - a.end)
          const paragraphs = paragraphsOf(text, passages)
          expect(paragraphs.map(({ pieces }) => words(pieces))).toEqual(text.split('\n').filter((line) => line.trim()))
          for (const [index, paragraph] of paragraphs.entries()) {
            const before = paragraphs[index - 1]
            expect(paragraph.start).toBe((before ? before.end + 1 : 0) + paragraph.gap)
          }
          for (const passage of passages) {
            const kept = paragraphs
              .map((paragraph) =>
                text.slice(Math.max(paragraph.start, passage.start), Math.min(paragraph.end, passage.end)),
              )
              .join('')
            expect(paragraphs.map(({ pieces }) => drawn(pieces, passage)).join('')).toBe(kept)
          }
        },
      ),
    )
  })
})
