import { roomOf } from './room.ts'
import type { Finding } from './rule.ts'
import type { Source } from './source.ts'
import { tableUses } from './table-uses.ts'

/** To whom a table belongs. */
export interface TableHome {
  /** The rooms that write it and answer for what it means: `api/tickets`. */
  owners: readonly string[]
  /** The rooms that query it without owning it, each with the reason why a verb of the owner would not do. */
  readers?: Readonly<Record<string, string>>
}

const rule = 'tables'

/**
 * A table is queried in the rooms that own it or are listed as its readers, and written by its owners only. Every table of the schema
 * stands in the list, and nothing stands there that is not so.
 */
export const tablesRule =
  (homes: Readonly<Record<string, TableHome>>, listPath: string) =>
  (tree: ReadonlyMap<string, Source>): Finding[] => {
    const findings: Finding[] = []
    const seen = new Set<string>()
    for (const source of tree.values()) {
      const room = roomOf(source.path)
      if (room === null || !source.path.startsWith('api/')) continue
      const told = new Set<string | null>()
      for (const { table, writes, line } of tableUses(source)) {
        if (table !== null) seen.add(`${table} ${room}`)
        const message = objection(homes, room, table, writes, listPath)
        if (message === null || told.has(table)) continue
        told.add(table)
        findings.push({ rule, path: source.path, line, message })
      }
    }
    const list = { rule, path: listPath, line: 1 }
    const tables = [...schemaTables(tree)]
    return [
      ...findings,
      ...tables
        .filter((table) => !homes[table])
        .map((table) => ({ ...list, message: `the table ${table} has no owner yet: name its room.` })),
      ...Object.entries(homes).flatMap(([table, { owners, readers }]) =>
        !tables.includes(table)
          ? [{ ...list, message: `there is no table ${table} in db/schema: take its entry out.` }]
          : [...owners, ...Object.keys(readers ?? {})]
              .filter((room) => !seen.has(`${table} ${room}`))
              .map((room) => ({
                ...list,
                message: `${room} does not query ${table}: take it out of the table's entry.`,
              })),
      ),
    ]
  }

const objection = (
  homes: Readonly<Record<string, TableHome>>,
  room: string,
  table: string | null,
  writes: boolean,
  listPath: string,
): string | null => {
  if (table === null)
    return 'the tables go on under another name: take them by theirs, `db.t.ticket` or `const { ticket } = db.t`.'
  const home = Object.hasOwn(homes, table) ? homes[table] : undefined
  if (!home || home.owners.includes(room)) return null
  const owners = home.owners.join(', ')
  if (home.readers?.[room] === undefined)
    return `${table} belongs to ${owners}: ask a verb of that room, or list ${room} as a reader in ${listPath} with the reason.`
  return writes ? `${room} may read ${table}, but only ${owners} may write it: call a verb of that room.` : null
}

/** The tables of the schema, by the property under which queries know them. */
const schemaTables = function* (tree: ReadonlyMap<string, Source>) {
  for (const { path, text } of tree.values())
    if (path.startsWith('db/schema/'))
      for (const [, table] of text.matchAll(/\b(\w+)(?::| =) c\.table\(/g)) if (table !== undefined) yield table
}
