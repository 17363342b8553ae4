import { getTableColumns } from 'drizzle-orm'
import { searchTextOf } from '../../../api/tickets/opening/ticket-text.rules.ts'
import type { Db } from '../../../db/db.ts'
import { createRandom, type Random } from '../../sample-city/random.ts'
import type { FillEngine, StoredRow } from './engine.types.ts'
import { moments } from './moments.ts'
import { clausesOf, retold } from './request-words.ts'

const day = 86_400_000
const years = 10
/** Rows that are put in at once. */
const batch = 5_000

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Names of a table's columns as the engine has them, and which of them are moments. */
const columnsOf = (table: Db['t'][keyof Db['t']]) =>
  Object.entries(getTableColumns(table)).map(([name, { dataType }]) => ({
    name: snake(name),
    moment: dataType === 'date',
  }))

/** Rows that hang on a ticket, by their table; each is copied with it. */
const children = [
  'contact',
  'assignment',
  'timelineEntry',
  'answer',
  'followUp',
  'message',
  'extension',
  'returnRequest',
] as const

/** SQL for one column of a copied row `x`, by the plan `p` of its ticket. */
const copied = (engine: FillEngine, { name, moment }: { name: string; moment: boolean }): string => {
  const own = (column: string) => `substr(x."${column}", 1, 4) || p.stem || substr(x."${column}", 13)`
  if (moment) return name === 'due_sort' ? `x."${name}"` : engine.later(`x."${name}"`, 'p.shift')
  if (name === 'id') return own('id')
  if (name === 'ticket_id') return 'p.id'
  if (name === 'citizen_id') return 'p.citizen'
  if (['contact_id', 'assignment_id', 'answer_id', 'message_id'].includes(name)) return own(name)
  if (name === 'call_id') return 'null'
  if (name === 'carrier_ref') return `case when x.carrier_ref is null then null else ${own('id')} end`
  if (name === 'from_number') return `case when x.direction = 'in' then p.phone else x.from_number end`
  if (name === 'to_number') return `case when x.direction = 'in' then x.to_number else p.phone end`
  return `x."${name}"`
}

/** A number in eight signs that sort as it does, and before those of real ids. */
const stemOf = (n: number) => `0${n.toString(32).padStart(7, '0')}`

/** Moments within JSON, moved by so many ms. */
const moved = (json: string, shift: number) =>
  json.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (at) => new Date(Date.parse(at) + shift).toISOString())

const movedJson = (value: unknown, shift: number): unknown => {
  if (value === null) return null
  return typeof value === 'string' ? moved(value, shift) : (JSON.parse(moved(JSON.stringify(value), shift)) as unknown)
}

interface Plan extends StoredRow {
  id: string
  template: string
  stem: string
  shift: number
  citizen: string
  phone: string
}

/** Skewed as cities are: a few matters and units have most of the work. */
const skewed = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[Math.floor(items.length * random.next() ** 2.2)]
  if (item === undefined) throw new Error('nothing to copy: the city has no stories')
  return item
}

/**
 * Copies the stories of a sample city until it has so many tickets more, over the ten years before them: each at a moment of its own, told of
 * another place, by another citizen, with everything that hangs on it. Some `open` of them are still under way, of the last weeks.
 */
export const multiply = async (
  db: Db,
  engine: FillEngine,
  count: number,
  open: number,
  say: (text: string) => void,
) => {
  const random = createRandom(20_260_301)
  const tickets = await engine.all('select * from ticket order by created_at, id')
  const over = tickets.filter(({ state }) => ['closed', 'withdrawn', 'declined'].includes(String(state)))
  const going = tickets.filter(({ state }) => !['closed', 'withdrawn', 'declined', 'merged'].includes(String(state)))
  const first = engine.readMoment(tickets[0]?.['created_at'])
  const now = engine.readMoment(tickets.at(-1)?.['created_at'])
  const clauses = clausesOf(tickets.map(({ request }) => String(request)))
  const places = (await engine.all(`select name from unit where level = 'street'`)).map(({ name }) =>
    String(name).replace(/(街道|镇)$/, ''),
  )
  const ticketColumns = columnsOf(db.t.ticket)
  const tables = ['ticket', 'citizen', ...children.map(snake)]
  const restore = await engine.dropIndexes(tables)
  await engine.run(
    'create table bench_plan (id text, template text, stem text, shift bigint, citizen text, phone text)',
  )

  let n = 0
  let people = 0
  let citizens: StoredRow[] = []
  let rows: StoredRow[] = []
  let plans: Plan[] = []
  const flush = async () => {
    if (rows.length === 0) return
    if (citizens.length > 0) await engine.insert('citizen', citizens)
    await engine.insert('ticket', rows)
    await engine.insert('bench_plan', plans)
    ;[citizens, rows, plans] = [[], [], []]
  }
  const tell = (template: StoredRow, at: number) => {
    const stem = stemOf(n++)
    const shift = at - engine.readMoment(template['created_at'])
    const known = people > 0 && random.next() < 0.015
    const who = known ? Math.floor(random.next() * people) : people++
    const citizen = `ctz_${stemOf(who)}${'c'.repeat(12)}`
    const phone = `+861${String(3_000_000_000 + who).slice(0, 10)}`
    if (!known)
      citizens.push({
        id: citizen,
        phone,
        name: null,
        note: null,
        locale: 'zh-CN',
        contact_count: 1,
        created_at: engine.writeMoment(at),
        updated_at: engine.writeMoment(at),
      })
    const id = `tkt_${stem}${'t'.repeat(12)}`
    const { place, request, title } = retold(String(template['request']), places, clauses, random)
    const number = String(900_000_000_000 + n)
    const contact = template['contact_id']
    const row: StoredRow = {}
    for (const { name, moment } of ticketColumns) {
      const value = template[name]
      row[name] =
        moment && value !== null && name !== 'due_sort' ? engine.writeMoment(engine.readMoment(value) + shift) : value
    }
    // where a clock runs, lists sort by when it ends
    if (row['due_at'] !== null && going.includes(template)) row['due_sort'] = row['due_at']
    rows.push({
      ...row,
      id,
      number,
      title,
      request,
      place,
      citizen_id: citizen,
      contact_id: typeof contact === 'string' ? `cnt_${stem}${contact.slice(12)}` : null,
      main_ticket_id: null,
      clock: movedJson(template['clock'], shift),
      search_text: searchTextOf({ number, title, request, place }),
      unit_search_text: null,
    })
    plans.push({ id, template: String(template['id']), stem, shift, citizen, phone })
  }

  for (const at of moments(count - open, first - years * 365 * day, first, random)) {
    tell(skewed(over, random), at)
    if (rows.length >= batch) await flush()
    if (n % 100_000 === 0) say(`${n} tickets`)
  }
  for (const at of moments(open, now - 45 * day, now, random)) {
    tell(skewed(going, random), at)
    if (rows.length >= batch) await flush()
  }
  await flush()
  for (const child of children) {
    const columns = columnsOf(db.t[child])
    const table = snake(child)
    await engine.run(`create table bench_rows as select * from "${table}"`)
    await engine.run('create index bench_rows_ticket on bench_rows (ticket_id)')
    // ticket by ticket in the order of the plan, so that ids only grow
    await engine.run(
      `insert into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')})
       select ${columns.map((column) => copied(engine, column)).join(', ')}
       from bench_plan p cross join bench_rows x where x.ticket_id = p.template`,
    )
    await engine.run('drop table bench_rows')
    say(table)
  }
  await engine.run('drop table bench_plan')
  await restore()
  say('indexes')
}
