import type { Tx } from '../../db/db.ts'
import type { Sweep, SweepAsked } from '../../db/sweep.ts'
import type { After } from '../../db/keyset.ts'
import type { Sweeps } from './erase-page.ts'

type Found<Row> = (tx: Tx, asked: SweepAsked) => Promise<{ rows: Row[]; next: After | null }>

/** What the rooms bring: how their own old rows are found, and how what is personal in them goes. */
export interface SweepParts {
  /** Kinds that one room carries out alone. */
  alone: Omit<Sweeps, 'contacts' | 'tickets' | 'citizens' | 'files'>
  files: Sweeps['files']
  tickets: {
    old: (tx: Tx, asked: SweepAsked) => Promise<{ ids: string[]; next: After | null }>
    erase: (tx: Tx, ids: readonly string[], before: Date, now: Date) => Promise<string[]>
    endsOf: (tx: Tx, citizenId: string) => Promise<{ id: string; endedAt: Date | null; erasedAt: Date | null }[]>
  }
  contacts: {
    old: Found<{ id: string }>
    erase: (tx: Tx, ids: readonly string[], now: Date) => Promise<string[]>
    eraseOfTickets: (tx: Tx, ticketIds: readonly string[], now: Date) => Promise<string[]>
    eraseOf: (tx: Tx, citizenId: string, now: Date) => Promise<string[]>
    waits: (tx: Tx, citizenId: string) => Promise<boolean>
  }
  calls: {
    erase: (tx: Tx, ids: readonly string[]) => Promise<void>
    ofTickets: (tx: Tx, ticketIds: readonly string[]) => Promise<string[]>
    eraseOf: (tx: Tx, citizenId: string) => Promise<void>
    waits: (tx: Tx, citizenId: string) => Promise<boolean>
  }
  audit: { removeTimelines: (tx: Tx, ticketIds: readonly string[]) => Promise<void> }
  followUp: { eraseReasons: (tx: Tx, ticketIds: readonly string[]) => Promise<void> }
  messages: { removeOf: (tx: Tx, citizenId: string) => Promise<void> }
  citizens: {
    old: Found<{ id: string }>
    erase: (tx: Tx, id: string, before: Date, now: Date) => Promise<boolean>
  }
}

/** The sweeps that go through several rooms, put together with those of one. */
export const createSweeps = ({
  alone,
  files,
  audit,
  tickets,
  contacts,
  calls,
  followUp,
  messages,
  citizens,
}: SweepParts): Sweeps => {
  const eraseTickets = async (tx: Tx, given: readonly string[], { before, now }: SweepAsked): Promise<number> => {
    const ids = await tickets.erase(tx, given, before, now)
    if (ids.length === 0) return 0
    await audit.removeTimelines(tx, ids)
    await followUp.eraseReasons(tx, ids)
    const spoken = await contacts.eraseOfTickets(tx, ids, now)
    await calls.erase(tx, [...spoken, ...(await calls.ofTickets(tx, ids))])
    return ids.length
  }

  const sweepTickets: Sweep = async (tx, asked) => {
    const { ids, next } = await tickets.old(tx, asked)
    return { erased: await eraseTickets(tx, ids, asked), next }
  }

  const sweepContacts: Sweep = async (tx, asked) => {
    const { rows, next } = await contacts.old(tx, asked)
    if (rows.length === 0) return { erased: 0, next }
    await calls.erase(
      tx,
      await contacts.erase(
        tx,
        rows.map(({ id }) => id),
        asked.now,
      ),
    )
    return { erased: rows.length, next }
  }

  /** Whether something of a citizen is still under way, or ended late enough. */
  const isNeeded = async (tx: Tx, id: string, before: Date): Promise<boolean> =>
    (await tickets.endsOf(tx, id)).some(({ endedAt }) => endedAt === null || endedAt >= before) ||
    (await contacts.waits(tx, id)) ||
    (await calls.waits(tx, id))

  const sweepCitizens: Sweep = async (tx, asked) => {
    const { rows, next } = await citizens.old(tx, asked)
    let erased = 0
    for (const { id } of rows) {
      if (await isNeeded(tx, id, asked.before)) continue
      if (!(await citizens.erase(tx, id, asked.before, asked.now))) continue
      const rest = (await tickets.endsOf(tx, id)).filter(({ erasedAt }) => erasedAt === null)
      await eraseTickets(
        tx,
        rest.map((ticket) => ticket.id),
        asked,
      )
      await messages.removeOf(tx, id)
      await contacts.eraseOf(tx, id, asked.now)
      await calls.eraseOf(tx, id)
      erased++
    }
    return { erased, next }
  }

  return { ...alone, files, tickets: sweepTickets, contacts: sweepContacts, citizens: sweepCitizens }
}
