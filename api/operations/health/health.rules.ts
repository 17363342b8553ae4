/** How a thing stands: nothing to do; somebody should look today; somebody must act now. */
export const healthStates = ['fine', 'attention', 'broken'] as const
type HealthState = (typeof healthStates)[number]

/** What is looked at, in the order in which it is shown. */
export const healthNames = [
  'commit',
  'disk',
  'files',
  'outbox',
  'jobs',
  'held',
  'databaseFile',
  'strayTexts',
  'carrierAddress',
  'proxy',
] as const
type HealthName = (typeof healthNames)[number]

/** What is known of the program and what it stands on. */
export interface Facts {
  /** Since when no commit succeeded, ms; null while they succeed. */
  failingMs: number | null
  /** What the database said of the last vain commit. */
  commitFault: string | null
  /** Free space where the data lies, bytes, and the whole; null where the system does not tell. */
  disk: { free: number; total: number } | null
  /** Since when the store of files does not do what it is asked, ms, and its code; null while it does. */
  filesAway: { ms: number; fault: string } | null
  /** How long the oldest effect that is due has waited, ms; 0 when none is due. */
  outboxMs: number
  /** How many effects wait. */
  outboxWaiting: number
  /** Jobs that have not succeeded for longer than they should. */
  lateJobs: { name: string; ms: number; everyMs: number }[]
  held: number
  /** What a check of the database file found, null when nothing. */
  damage: string | null
  strayTexts: number
  /** The carrier's address where it is set in production. */
  bentCarrier: string | null
  /** Notes of the watch over proxies. */
  proxyNotes: readonly string[]
}

/** One line of the page: what, how it stands, and the figures that its sentence names. */
export interface HealthItem {
  name: HealthName
  state: HealthState
  figures: Record<string, number | string>
}

const [gigabyte, minute] = [1024 ** 3, 60_000]

const diskState = ({ free, total }: { free: number; total: number }): HealthState => {
  if (free < gigabyte / 4) return 'broken'
  return free < 2 * gigabyte || free < total * 0.05 ? 'attention' : 'fine'
}

const whenAny = (count: number): HealthState => (count > 0 ? 'attention' : 'fine')

/** How everything stands. Texts go out at the pace of the contract, so that a few minutes of waiting are no fault. */
export const healthOf = (facts: Facts): HealthItem[] => {
  const worst = facts.lateJobs.toSorted((a, b) => b.ms / b.everyMs - a.ms / a.everyMs)[0]
  const outboxState = facts.outboxMs > 60 * minute ? 'broken' : facts.outboxMs > 5 * minute ? 'attention' : 'fine'
  return [
    {
      name: 'commit',
      state: facts.failingMs === null ? 'fine' : 'broken',
      figures: { seconds: Math.round((facts.failingMs ?? 0) / 1000), fault: facts.commitFault ?? '' },
    },
    {
      name: 'disk',
      state: facts.disk === null ? 'fine' : diskState(facts.disk),
      figures: facts.disk === null ? {} : { free: facts.disk.free, total: facts.disk.total },
    },
    {
      name: 'files',
      state: facts.filesAway === null ? 'fine' : 'broken',
      figures: { minutes: Math.round((facts.filesAway?.ms ?? 0) / minute), fault: facts.filesAway?.fault ?? '' },
    },
    {
      name: 'outbox',
      state: outboxState,
      figures: { minutes: Math.round(facts.outboxMs / minute), count: facts.outboxWaiting },
    },
    {
      name: 'jobs',
      state: worst === undefined ? 'fine' : worst.ms > 10 * worst.everyMs + 10 * minute ? 'broken' : 'attention',
      figures: { count: facts.lateJobs.length, job: worst?.name ?? '', minutes: Math.round((worst?.ms ?? 0) / minute) },
    },
    { name: 'held', state: whenAny(facts.held), figures: { count: facts.held } },
    { name: 'databaseFile', state: facts.damage === null ? 'fine' : 'broken', figures: { fault: facts.damage ?? '' } },
    { name: 'strayTexts', state: whenAny(facts.strayTexts), figures: { count: facts.strayTexts } },
    {
      name: 'carrierAddress',
      state: facts.bentCarrier === null ? 'fine' : 'attention',
      figures: { address: facts.bentCarrier ?? '' },
    },
    { name: 'proxy', state: whenAny(facts.proxyNotes.length), figures: { note: facts.proxyNotes[0] ?? '' } },
  ]
}
