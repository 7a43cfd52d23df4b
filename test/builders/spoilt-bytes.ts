import fc from 'fast-check'

/** One wound of a file: bytes overwritten, a piece cut out, a piece doubled, or the end cut off. */
export interface Wound {
  readonly kind: 'overwrite' | 'cut' | 'double' | 'end'
  /** Where in the file, from 0 to 1. */
  readonly at: number
  readonly bytes: Uint8Array
}

/** Up to six wounds, for `spoil`. */
export const wounds: fc.Arbitrary<Wound[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('overwrite', 'overwrite', 'cut', 'double', 'end'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 6 },
)

export function spoil(whole: Uint8Array, hits: readonly Wound[]): Uint8Array {
  let bytes = Buffer.from(whole)
  for (const { kind, at, bytes: wound } of hits) {
    const place = Math.floor(at * bytes.length)
    const behind = Math.min(bytes.length, place + wound.length * 20)
    if (kind === 'overwrite') bytes.set(wound.subarray(0, bytes.length - place), place)
    else if (kind === 'cut') bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(behind)])
    else if (kind === 'double') bytes = Buffer.concat([bytes.subarray(0, behind), bytes.subarray(place)])
    else bytes = bytes.subarray(0, Math.max(1, place))
  }
  return new Uint8Array(bytes)
}
