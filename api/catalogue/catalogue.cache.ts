import type { LimitRow, Matter } from './catalogue.store.ts'

const holdsAt = (row: { validFrom: Date; validTo: Date | null }, at: Date) =>
  row.validFrom <= at && (row.validTo === null || at < row.validTo)

/** The catalogue in memory, all versions of it; what holds at a moment is chosen on reading. */
export const createCatalogueCache = () => {
  const versions = new Map<string, Matter[]>()
  const limits = new Map<string, LimitRow>()
  let puts = 0

  const keep = (matter: Matter) => {
    const others = (versions.get(matter.code) ?? []).filter(({ id }) => id !== matter.id)
    versions.set(
      matter.code,
      [...others, matter].sort((a, b) => b.version - a.version),
    )
  }
  const codes = () => [...versions.keys()].sort()
  const matterByCode = (code: string, at: Date) => versions.get(code)?.find((row) => holdsAt(row, at))

  return {
    puts: () => puts,
    load: (rows: { matters: Matter[]; limits: LimitRow[] }) => {
      versions.clear()
      limits.clear()
      rows.matters.forEach(keep)
      for (const limit of rows.limits) limits.set(limit.id, limit)
    },
    putMatter: (matter: Matter) => {
      puts++
      keep(matter)
    },
    putLimit: (limit: LimitRow) => {
      puts++
      limits.set(limit.id, limit)
    },
    matterByCode,
    /** The newest row of a code, even if it no longer holds: old tickets keep their matter's name. */
    matterEver: (code: string) => versions.get(code)?.[0],
    /** A code and all that ever stood under it, in order. */
    codesUnder: (code: string) => codes().filter((one) => one === code || one.startsWith(`${code}.`)),
    /** What holds at a moment, in the order of codes. */
    matters: (at: Date) => codes().flatMap((code) => matterByCode(code, at) ?? []),
    limits: () => [...limits.values()],
  }
}
export type CatalogueCache = ReturnType<typeof createCatalogueCache>
