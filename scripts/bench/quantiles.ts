/** The middle and the 99th of a hundred. */
export interface Quantiles {
  p50: number
  p99: number
}

/** The middle and the 99th of a hundred of some times. */
export const quantiles = (times: readonly number[]): Quantiles => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}
