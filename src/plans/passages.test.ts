import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ParsedPlan } from '../parser/contract.ts'
import { itemIdOf, type Passage, type Piece, paragraphsOf, passagesByItem, passagesOf } from './passages.ts'

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
  it('a part of a field that has its own line is its own item, everything else belongs to the field', () => {
    expect(
      [
        '/fields/0/criteria/1/text',
        '/fields/0/lead/2',
        '/fields/3/title',
        '/fields/3/period/from',
        '/assignments/0/tasks/1',
        '/assignments/0/unit',
        '/document/date/day',
        '/milestones/4/from',
        '/difficultiesTo',
      ].map(itemIdOf),
    ).toEqual([
      'fields-0-criteria-1',
      'fields-0-lead-2',
      'fields-3',
      'fields-3-period',
      'assignments-0-tasks-1',
      'assignments-0',
      'document-date',
      'milestones-4',
      'difficultiesTo',
    ])
  })

  it('a passage from which several items were read stands there once and names them all', () => {
    const parsed = {
      sources: [
        { path: '/document/issuer', start: 0, end: 4 },
        { path: '/document/level', start: 0, end: 4 },
        { path: '/document/title', start: 5, end: 9 },
      ],
      questions: [{ path: '/document/title', passage: { start: 5, end: 9 }, reason: '', candidates: [] }],
      unused: [{ start: 10, end: 12 }],
    } as unknown as ParsedPlan
    const passages = passagesOf(parsed)
    expect(passages).toEqual([
      { start: 0, end: 4, kind: 'read', items: ['document-issuer', 'document-level'] },
      { start: 5, end: 9, kind: 'question', items: ['questions-0', 'document-title'] },
      { start: 10, end: 12, kind: 'unused', items: ['unused-0'] },
    ])
    expect([...passagesByItem(passages).keys()]).toEqual([
      'document-issuer',
      'document-level',
      'questions-0',
      'document-title',
      'unused-0',
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
