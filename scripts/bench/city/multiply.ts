import { getTableColumns } from 'drizzle-orm'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { searchTextOf } from '../../../api/tickets/opening/ticket-text.rules.ts'
import type { Db } from '../../../db/db.ts'
import { migrationsFolder } from '../../../db/migrations.ts'
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

type Column = ReturnType<typeof columnsOf>[number]

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

/** What a copied ticket has of its own, as the plan says it. */
const own: Readonly<Record<string, string>> = {
  id: 'p.id',
  number: 'p.number',
  title: 'p.title',
  request: 'p.request',
  place: 'p.place',
  search_text: 'p.search_text',
  citizen_id: 'p.citizen',
  main_ticket_id: 'null',
  unit_search_text: 'null',
}

/** SQL for an id of the kind that a column has, with the plan's stem in place of its time. */
const stemmed = (column: string) => `substr(x."${column}", 1, 4) || p.stem || substr(x."${column}", 13)`

/** SQL for one column of a ticket that is copied from `x` by the plan `p`. */
const ticketColumn = (engine: FillEngine, { name, moment }: Column): string => {
  const given = own[name]
  if (given !== undefined) return given
  if (name === 'clock') return engine.json('p.clock')
  if (name === 'contact_id') return stemmed(name)
  // where a clock runs, lists sort by when it ends
  if (name === 'due_sort')
    return `case when x.due_sort = x.due_at then ${engine.later('x.due_at', 'p.shift')} else x.due_sort end`
  return moment ? engine.later(`x."${name}"`, 'p.shift') : `x."${name}"`
}

/** SQL for one column of a row that hangs on a ticket. */
const childColumn = (engine: FillEngine, { name, moment }: Column): string => {
  if (moment) return engine.later(`x."${name}"`, 'p.shift')
  if (name === 'id') return stemmed('id')
  if (name === 'ticket_id') return 'p.id'
  if (name === 'citizen_id') return 'p.citizen'
  if (['contact_id', 'assignment_id', 'answer_id', 'message_id'].includes(name)) return stemmed(name)
  if (name === 'call_id') return 'null'
  if (name === 'carrier_ref') return `case when x.carrier_ref is null then null else ${stemmed('id')} end`
  if (name === 'from_number') return `case when x.direction = 'in' then p.phone else x.from_number end`
  if (name === 'to_number') return `case when x.direction = 'in' then x.to_number else p.phone end`
  return `x."${name}"`
}

/** A number in eight signs that sort as it does, and before those of real ids. */
const stemOf = (n: number) => `0${n.toString(32).padStart(7, '0')}`

/** Moments within JSON, moved by so many ms. */
const moved = (json: string, shift: number) =>
  json.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (at) => new Date(Date.parse(at) + shift).toISOString())

const movedJson = (value: unknown, shift: number): string | null =>
  value === null ? null : moved(typeof value === 'string' ? value : JSON.stringify(value), shift)

/** SQL that fills what units hold, as cities from before it were carried over. */
const fillHoldings = (db: Db): string => {
  const folder = migrationsFolder(db.engine)
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const statements = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint'))
  const fill = statements.find((statement) => statement.includes('INSERT INTO holding'))
  if (fill === undefined) throw new Error('no migration fills what units hold')
  return fill
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
  const tables = ['ticket', 'citizen', 'holding', ...children.map(snake)]
  const restore = await engine.dropIndexes(tables)
  await engine.run(
    `create table bench_plan (id text, template text, stem text, shift bigint, citizen text, phone text,
     number text, title text, request text, place text, clock text, search_text text)`,
  )

  let n = 0
  let people = 0
  let citizens: StoredRow[] = []
  let plans: StoredRow[] = []
  const flush = async () => {
    if (citizens.length > 0) await engine.insert('citizen', citizens)
    if (plans.length > 0) await engine.insert('bench_plan', plans)
    ;[citizens, plans] = [[], []]
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
    const told = retold(String(template['request']), places, clauses, random)
    const number = String(900_000_000_000 + n)
    plans.push({
      id: `tkt_${stem}${'t'.repeat(12)}`,
      template: String(template['id']),
      stem,
      shift,
      citizen,
      phone,
      number,
      ...told,
      clock: movedJson(template['clock'], shift),
      search_text: searchTextOf({ number, ...told }),
    })
  }

  for (const at of moments(count - open, first - years * 365 * day, first, random)) {
    tell(skewed(over, random), at)
    if (plans.length >= batch) await flush()
    if (n % 100_000 === 0) say(`${n} tickets`)
  }
  for (const at of moments(open, now - 45 * day, now, random)) {
    tell(skewed(going, random), at)
    if (plans.length >= batch) await flush()
  }
  await flush()
  /** Ticket by ticket in the order of the plan, so that ids only grow. */
  const copy = async (name: 'ticket' | (typeof children)[number], key: string, column: typeof ticketColumn) => {
    const table = snake(name)
    const columns = columnsOf(db.t[name])
    await engine.run(`create table bench_rows as select * from "${table}"`)
    await engine.run(`create index bench_rows_key on bench_rows (${key})`)
    await engine.run(
      `insert into "${table}" (${columns.map((one) => `"${one.name}"`).join(', ')})
       select ${columns.map((one) => column(engine, one)).join(', ')}
       from bench_plan p cross join bench_rows x where x.${key} = p.template`,
    )
    await engine.run('drop table bench_rows')
    say(table)
  }
  await copy('ticket', 'id', ticketColumn)
  for (const child of children) await copy(child, 'ticket_id', childColumn)
  await engine.run('drop table bench_plan')
  await engine.run('delete from holding')
  await engine.run(fillHoldings(db))
  say('holding')
  await restore()
  say('indexes')
}
