import type { Columns } from '../columns.ts'
import { accessTables } from './access.ts'
import { callTables } from './calls.ts'
import { catalogueTables } from './catalogue.ts'
import { citizenTables } from './citizens.ts'
import { contactTables } from './contacts.ts'
import { directoryTables } from './directory.ts'
import { followUpTables } from './follow-ups.ts'
import { noticeTables } from './notices.ts'
import { platformTables } from './platform.ts'
import { searchTables } from './search.ts'
import { ticketTables } from './tickets.ts'

/** The one schema of both engines. */
export const defineSchema = (c: Columns) => ({
  ...platformTables(c),
  ...accessTables(c),
  ...directoryTables(c),
  ...catalogueTables(c),
  ...citizenTables(c),
  ...contactTables(c),
  ...callTables(c),
  ...ticketTables(c),
  ...followUpTables(c),
  ...noticeTables(c),
  ...searchTables(c),
})
export type Schema = ReturnType<typeof defineSchema>
