/** The values that occur more than once, each named once. */
export const repeated = (values: readonly string[]): string[] => {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) twice.add(value)
    seen.add(value)
  }
  return [...twice]
}
