import type { Line, Staff, Unit } from './directory.store.ts'
import { givenPhone } from '../platform/phone.rules.ts'

/** A table kept in memory under several names; a row that comes again replaces the older one. */
const createIndex = <Row extends { id: string }>(keys: Record<string, (row: Row) => string>) => {
  const byId = new Map<string, Row>()
  let puts = 0
  const indexes = new Map(Object.keys(keys).map((name) => [name, new Map<string, Row>()]))
  const keep = (row: Row) => {
    const before = byId.get(row.id)
    byId.set(row.id, row)
    for (const [name, keyOf] of Object.entries(keys)) {
      const index = indexes.get(name)
      if (before && index?.get(keyOf(before))?.id === row.id) index.delete(keyOf(before))
      index?.set(keyOf(row), row)
    }
  }
  return {
    put: (row: Row) => {
      puts++
      keep(row)
    },
    puts: () => puts,
    load: (rows: Row[]) => {
      byId.clear()
      for (const index of indexes.values()) index.clear()
      rows.forEach(keep)
    },
    all: () => [...byId.values()],
    byId: (id: string) => byId.get(id),
    by: (name: string, key: string) => indexes.get(name)?.get(key),
  }
}

/** The small tables of the directory in memory: reads cost no query. Rows are shared, so nobody may change them. */
export const createDirectoryCache = () => {
  const units = createIndex<Unit>({ code: (unit) => unit.code })
  const lines = createIndex<Line>({ code: (line) => line.code, number: (line) => line.number })
  const staff = createIndex<Staff>({ username: (one) => one.username })
  return {
    load: (rows: { units: Unit[]; lines: Line[]; staff: Staff[] }) => {
      units.load(rows.units)
      lines.load(rows.lines)
      staff.load(rows.staff)
    },
    /** Grows with every row put: rows read before the last one are stale. */
    puts: () => units.puts() + lines.puts() + staff.puts(),
    putUnit: units.put,
    putLine: lines.put,
    putStaff: staff.put,
    reads: {
      /** Every unit, retired ones included (old tickets name them). */
      units: units.all,
      unitById: units.byId,
      unitByCode: (code: string) => units.by('code', code),
      /** The hotline's own unit; undefined before the city is set up. */
      rootUnit: () => units.all().find((unit) => unit.parentId === null),
      childrenOf: (unitId: string) => units.all().filter((unit) => unit.parentId === unitId),
      /** The unit and everything under it. */
      subtree: (unitId: string) => {
        const top = units.byId(unitId)
        return top ? units.all().filter((unit) => unit.path.startsWith(top.path)) : []
      },
      lines: lines.all,
      lineById: lines.byId,
      lineByCode: (code: string) => lines.by('code', code),
      /** The line that a dialled or texted number belongs to, E.164; retired lines are not found. */
      lineByNumber: (number: string) => {
        const line = lines.by('number', number) ?? lines.by('number', givenPhone(number) ?? number)
        return line?.active ? line : undefined
      },
      staff: staff.all,
      staffById: staff.byId,
      staffByUsername: (username: string) => staff.by('username', username.toLowerCase()),
    },
  }
}
export type DirectoryCache = ReturnType<typeof createDirectoryCache>
/** What other features read of the directory, from memory. */
export type DirectoryReads = DirectoryCache['reads']
