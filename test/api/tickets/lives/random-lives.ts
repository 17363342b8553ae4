import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Read, Tx } from '../../../../db/db.ts'
import { listed, preparedByShape } from '../../../../db/dialect/prepared/prepared-query.ts'
import { createRandom, type Random } from '../../../../scripts/sample-city/random.ts'
import { Problem } from '../../../../api/platform/problem.ts'
import type { TicketDto } from '../../../../api/tickets/ticket.dto.ts'
import { finalStates, openStates, type TicketAction } from '../../../../api/vocabulary/ticket.ts'
import type { WorldStaff } from '../../../support/world.ts'
import type { TicketWorld } from '../support.ts'
import { lawfulInput } from './inputs.ts'
import { invariants, pictureOf, type Picture, type Step } from './invariants.ts'
import { inOrder } from '../../../support/in-order.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** A Monday morning in Shanghai, from which each life begins. */
const begin = Date.parse('2026-06-08T01:00:00Z')

/** Something that must not be, with the life that shows it: `npm run lives -- 1 SEED` lives it again. */
interface Fault {
  invariant: string
  what: string
  seed: number
  trail: readonly string[]
}

/** What a number of lives came to. */
export interface LivesReport {
  lives: number
  acts: number
  refused: Record<string, number>
  faults: Fault[]
}

/**
 * Refusals of an act that was offered and filled in lawfully, each with the reason why a button cannot know: what it depends on is
 * another ticket, or the very form. Anything else is a fault of the offer.
 */
const honestRefusals: Readonly<Record<string, readonly TicketAction[]>> = {
  'ticket.has-merged': ['withdraw'],
  'ticket.merge-target': ['merge'],
  'ticket.merge-excluded': ['merge'],
  'ticket.unit-excluded': ['merge', 'dispatch', 'redispatch', 'designate', 'addHelper', 'redo'],
  'ticket.unit-unresolved': ['dispatch'],
}

const hotline: readonly WorldStaff[] = ['agent1', 'dispatcher1', 'reviewer1', 'followup1', 'supervisor1']
const codes = ['water-bureau', 'housing-bureau', 'hedong', 'hexi', 'hedong-binjiang', 'hedong-laoqiao'] as const
const matters = [
  'municipal.order.rubbish',
  'municipal.water.burst-pipe',
  'housing.estate.lift',
  'market.consumer.refund',
] as const
const replies = ['1', '2', '3', '5', '115', '125', '1 1 5', '满意', '没解决', '垃圾还在原处，没人来过', '谢谢']

interface Life {
  w: TicketWorld
  random: Random
  seed: number
  trail: string[]
  tickets: string[]
  pictures: Map<string, Picture>
  /** The last live event before it. */
  from: number
  report: LivesReport
}

const fault = ({ report, seed, trail }: Life, invariant: string, what: string) =>
  report.faults.push({ invariant, what, seed, trail: trail.slice(-12) })

/** What shows that a ticket was touched. */
const mark = ({ version, warned, warnAt, reminded, remindAt }: Picture['ticket']) =>
  JSON.stringify([version, warned, warnAt, reminded, remindAt])

/**
 * Reads what is committed. On SQLite by the connection that wrote it, which has it at hand: a reader begins anew after every commit, and this
 * program commits before each look.
 */
const readIn = <Found>({ db }: TicketWorld, read: (db: Read | Tx) => Promise<Found>): Promise<Found> =>
  db.engine === 'sqlite' ? db.tx(read) : read(db)

const ticketRows = preparedByShape(
  (ids: readonly string[]) => ids.length,
  ({ q, t: { ticket } }: Read | Tx, _, values: Record<string, string>) =>
    q
      .select()
      .from(ticket)
      .where(inArray(ticket.id, listed.list(values))),
)
const followUpRows = preparedByShape(
  (ids: readonly string[]) => ids.length,
  ({ q, t: { followUp } }: Read | Tx, _, values: Record<string, string>) =>
    q
      .select()
      .from(followUp)
      .where(inArray(followUp.ticketId, listed.list(values))),
)

/** Looks at the tickets of the life again, and holds what changed against every invariant. */
const look = (life: Life, action: Step['action']) => readIn(life.w, (db) => lookIn(db, life, action))

const lookIn = async (db: Read | Tx, life: Life, action: Step['action']) => {
  const { w, tickets, pictures } = life
  for (const row of await ticketRows(db, tickets, listed.values(tickets))) {
    const before = pictures.get(row.id)
    const changed = before === undefined || mark(before.ticket) !== mark(row)
    if (!changed && action !== 'time') continue
    const after = before && !changed ? before : await pictureOf(db, row)
    pictures.set(row.id, after)
    if (!before) continue
    for (const [name, holds] of Object.entries(invariants)) {
      const wrong = holds({ action, now: w.clock.now(), before, after })
      if (wrong !== null) fault(life, name, wrong)
    }
  }
}

const jobNamed = ({ w }: Life, name: string) => w.tickets.jobs.find((job) => job.name === name)

/** Time passes, and the clock workers look. */
const wait = async (life: Life) => {
  const { w, random } = life
  const ms = random.pick([5 * minute, 20 * minute, hour, 4 * hour, day, 2 * day, 4 * day, 12 * day])
  w.clock.advance(Math.round(ms * random.between(0.5, 1.5)))
  life.trail.push(`… ${w.clock.now().toISOString()}`)
  await jobNamed(life, 'tickets.warnDue')?.run()
  await jobNamed(life, 'tickets.remind')?.run()
  await look(life, 'time')
  if ((await w.followUps.expireDue()) > 0) await look(life, 'followUp')
}

/** Faults that an act answers with although it was offered. */
const blame = (life: Life, name: string, error: unknown, allowed: readonly string[] = []) => {
  const code = error instanceof Problem ? error.code : 'exception'
  life.report.refused[`${name} ${code}`] = (life.report.refused[`${name} ${code}`] ?? 0) + 1
  life.trail.push(`  ${code}`)
  if (!allowed.includes(code))
    fault(life, 'what is offered succeeds', `${name}: ${code} ${error instanceof Error ? error.message : ''}`)
}

/** The citizen answers what they are asked, somebody rings, or a supervisor decides. */
const followUp = async (life: Life) => {
  const { w, random, tickets } = life
  const rows = inOrder(await readIn(w, (db) => followUpRows(db, tickets, listed.values(tickets))))
  const open = rows.filter(({ state, decision }) => state === 'asking' || state === 'calling' || decision === 'pending')
  if (open.length === 0) return
  const row = random.pick(open)
  const reason = random.pick(['问题没有解决', '答非所问', '😡'])
  life.trail.push(`follow-up ${row.ticketId} ${row.state} ${row.decision ?? ''}`)
  try {
    if (row.state === 'asking') {
      const text = random.pick(replies)
      await w.db.tx((tx) =>
        w.followUps.recordReplyIn(tx, { kind: 'citizen', id: row.citizenId, name: '市民' }, row, text, w.clock.now()),
      )
    } else if (row.state === 'calling') {
      const seen = { version: row.version, withoutCall: '市民来中心当面答复' }
      const caller = w.actor('followup1')
      if (random.next() < 0.4) await w.followUps.recordAttempt(caller, row.id, { ...seen, outcome: 'noAnswer' })
      else {
        const [contacted, solved, grade] = [random.next() < 0.8, random.next() < 0.5, random.pick([1, 2, 3, 4, 5])]
        await w.followUps.recordCall(caller, row.id, { ...seen, contacted, solved, grade, reason })
      }
    } else {
      const decision = random.pick(['redo', 'keep'] as const)
      await w.followUps.decide(w.actor('supervisor1'), row.id, { version: row.version, decision, reason })
    }
    life.report.acts++
  } catch (error) {
    blame(life, 'followUp', error)
  }
  await look(life, 'followUp')
}

/** Somebody who may have to do with the ticket: mostly its units, else a desk. */
const somebody = ({ random, w }: Life, ticket: Picture): WorldStaff => {
  const held = ticket.parts.filter(({ endedAt }) => endedAt === null).map(({ unitId }) => unitId)
  const near = codes.filter((code) => held.includes(w.world.units[code]))
  if (near.length > 0 && random.next() < 0.5) return `${random.pick(near)}-${random.next() < 0.7 ? '1' : 'head'}`
  return random.next() < 0.95 ? random.pick(hotline) : `${random.pick(codes)}-1`
}

const accusedIn = ({ w }: Life, { ticket }: Picture) => {
  const { kind, respondentUnitId } = ticket
  const path = kind === 'violationReport' && respondentUnitId ? w.directory.unitById(respondentUnitId)?.path : undefined
  return path === undefined
    ? []
    : codes.filter((code) => w.directory.unitById(w.world.units[code])?.path.startsWith(path))
}

/** Acts that end a life early are taken seldom, or there would be no lives. */
const seldom: readonly TicketAction[] = [
  'withdraw',
  'terminate',
  'decline',
  'transferOut',
  'answerDirectly',
  'merge',
  'note',
  'supplement',
  'urge',
  'supervise',
]

/** Makes one of the acts that the API offers somebody on a ticket. */
const act = async (life: Life) => {
  const { w, random, tickets, pictures } = life
  const living = tickets.filter((id) => !finalStates.includes(pictures.get(id)?.ticket.state ?? 'closed'))
  const id = random.pick(living.length > 0 && random.next() < 0.95 ? living : tickets)
  const picture = pictures.get(id)
  if (!picture) return
  const name = somebody(life, picture)
  const actor = w.actor(name)
  const accused = accusedIn(life, picture)
  let ticket: TicketDto
  try {
    ticket = await readIn(w, (db) => w.tickets.read.ticket(actor, id, db))
    if (accused.some((code) => name.startsWith(code))) fault(life, 'the accused unit sees nothing', `${name} reads it`)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'ticket.not-found') blame(life, 'read', error)
    return
  }
  const offered = ticket.actions.filter(({ action }) => !seldom.includes(action) || random.next() < 0.12)
  if (offered.length === 0) return
  const primary = offered.find(({ tone }) => tone === 'primary')
  const { action } = primary && random.next() < 0.4 ? primary : random.pick(offered)
  const mains = tickets.filter((other) => {
    const { state } = pictures.get(other)?.ticket ?? { state: 'closed' }
    return other !== id && openStates.includes(state) && state !== 'awaitingFollowUp'
  })
  const input = lawfulInput(action, {
    random,
    ticket,
    units: codes.filter((code) => !accused.includes(code)).map((code) => w.world.units[code]),
    matters,
    main: mains.length > 0 ? random.pick(mains) : null,
  })
  if (input === null) return
  life.trail.push(`${name} ${action} ${id} (${ticket.state}) ${JSON.stringify(input)}`)
  try {
    await w.tickets.act.act(actor, { ticketId: id, action, version: ticket.version, input })
    life.report.acts++
  } catch (error) {
    const allowed = Object.keys(honestRefusals).filter((code) => honestRefusals[code]?.includes(action))
    blame(life, action, error, allowed)
  }
  await look(life, action)
}

/** What must hold once, at the end: nobody of the accused unit ever heard of the ticket. */
const atEnd = async (life: Life) => {
  const { w, tickets, pictures } = life
  for (const id of tickets) {
    const picture = pictures.get(id)
    const accused = picture ? accusedIn(life, picture) : []
    const paths = accused.map((code) => w.directory.unitById(w.world.units[code])?.path ?? '')
    if (paths.length === 0) continue
    const { liveEvent } = w.db.t
    const heard = await w.db.q
      .select({ audience: liveEvent.audience })
      .from(liveEvent)
      .where(and(gt(liveEvent.seq, life.from), eq(liveEvent.entityId, id)))
    // Staff of the units above hear it as well, so that only the unit itself and what stands under it counts.
    if (heard.some(({ audience }) => audience.unitPaths?.some((path) => paths.includes(path))))
      fault(life, 'the accused unit hears nothing', 'an event reached it')
  }
}

/** The clock workers have no more to do with the tickets of a life that is over: the next one begins at another time. */
const leave = ({ w, tickets }: Life) =>
  w.db.tx(async (tx) => {
    const { ticket } = tx.t
    await tx.q
      .update(ticket)
      .set({ warnAt: null, remindAt: null })
      .where(inArray(ticket.id, tickets))
      .returning({ id: ticket.id })
  })

const newestEvent = async ({ db: { q, t } }: TicketWorld) => {
  const { seq } = t.liveEvent
  const [last] = await q.select({ seq }).from(t.liveEvent).orderBy(desc(seq)).limit(1)
  return last?.seq ?? 0
}

const open = (life: Life) => {
  const { w, random } = life
  const report = random.next() < 0.2
  const place = random.next() < 0.8
  return w.open({
    matterCode: random.pick(matters),
    accept: random.next() < 0.7,
    urgency: random.pick(['normal', 'normal', 'urgent', 'critical']),
    replyWanted: random.next() < 0.85,
    districtId: place ? w.world.units.hedong : null,
    streetId: place ? w.world.units['hedong-binjiang'] : null,
    ...(report && {
      kind: 'violationReport' as const,
      respondentUnitId: w.world.units[random.pick(codes)],
    }),
  })
}

/** Lives one life: up to three tickets, sometimes of one citizen, with whatever the API offers whoever comes along. */
const live = async (w: TicketWorld, seed: number, steps: number, report: LivesReport) => {
  const random = createRandom(seed)
  w.clock.set(new Date(begin + Math.floor(random.between(0, 200 * 24)) * hour))
  const from = await newestEvent(w)
  const life: Life = { w, random, seed, trail: [], tickets: [], pictures: new Map(), from, report }
  for (let n = Math.floor(random.between(1, 4)); n > 0; n--) {
    const ticket = await open(life)
    if (random.next() < 0.2) w.cannotText.add(ticket.citizenId)
    life.tickets.push(ticket.id)
  }
  await look(life, 'time')
  for (let step = 0; step < steps; step++) {
    const share = random.next()
    if (share < 0.22) await wait(life)
    else if (share < 0.34) await followUp(life)
    else await act(life)
  }
  await atEnd(life)
  await leave(life)
  report.lives++
}

/**
 * Random lives over the machine's acts, each from a seed of its own (`seed`, `seed + 1`, …). Answers what they came to; a fault says how to
 * live it again.
 */
export const liveRandomly = async (
  w: TicketWorld,
  { seed, lives, steps = 40 }: { seed: number; lives: number; steps?: number },
): Promise<LivesReport> => {
  const report: LivesReport = { lives: 0, acts: 0, refused: {}, faults: [] }
  for (let n = 0; n < lives; n++) await live(w, seed + n, steps, report)
  return report
}
