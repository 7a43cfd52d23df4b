/** Numbers that look drawn and are always the same for a seed. */
export interface Draw {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  /** One of the given, which is then no longer given. */
  take<T>(from: T[]): T | undefined
}

/** Mulberry32: small, even enough for picking names and orders. */
export function drawFrom(seed: number): Draw {
  let state = (seed * 2654435761) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { between, take: (from) => from.splice(between(0, from.length - 1), 1)[0] }
}
