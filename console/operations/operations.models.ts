import type { HealthItem } from './operations.api.ts'

/** Bytes as people read them: `1.5 GB`. */
export const bytesText = (bytes: number, number: (value: number) => string): string => {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return `${number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))} ${units[power]}`
}

/** What must be acted on first, then what needs a look, then the rest, each in the order of the server. */
export const byUrgency = (items: readonly HealthItem[]): HealthItem[] => {
  const rank = { broken: 0, attention: 1, fine: 2 }
  return items.toSorted((a, b) => rank[a.state] - rank[b.state])
}

/** How many things are in a state. */
export const countOf = (items: readonly HealthItem[], state: HealthItem['state']): number =>
  items.filter((item) => item.state === state).length
