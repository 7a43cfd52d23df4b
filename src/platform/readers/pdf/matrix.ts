/** The six numbers of a PDF transformation: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ]
}

export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
}

/** Takes what a file says; whatever is no matrix of finite numbers counts as the identity. */
export function toMatrix(value: unknown): Matrix {
  if (value === null || typeof value !== 'object') return identity
  const numbers = Array.from(value as ArrayLike<unknown>).slice(0, 6)
  return numbers.length === 6 && numbers.every((one) => typeof one === 'number' && Number.isFinite(one))
    ? (numbers as unknown as Matrix)
    : identity
}
