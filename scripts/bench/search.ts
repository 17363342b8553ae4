import type { StaffActor } from '../../api/vocabulary/actor.ts'
import { readPlaces } from '../../api/platform/config.ts'
import { searchTickets } from '../../api/tickets/reading/search-tickets.ts'
import { TicketQuery } from '../../api/tickets/reading/ticket-list.query.ts'
import { openDb } from '../../db/open.ts'

const actor = (roles: StaffActor['roles'], unitId: string, unitPath: string): StaffActor => ({
  kind: 'staff',
  id: 'stf_bench',
  name: '测',
  roles,
  unitId,
  unitPath,
  formerPosts: [],
  requestId: null,
})

const part = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** `npm run bench -- search [RUNS]`: how long searches take in the city of `DATABASE_URL`, by kinds of words and of readers. */
export const run = async (args: string[]) => {
  const runs = Number(args[0] ?? 30)
  const db = await openDb(readPlaces(process.env).databaseUrl, { readers: true })
  const { ticket, unit, assignment } = db.t
  const count = await db.q.$count(ticket)
  const units = await db.q.select().from(unit)
  const held = await db.q.select({ path: assignment.unitPath }).from(assignment).limit(50_000)
  const byPath = [...Map.groupBy(held, ({ path }) => path)].toSorted((a, b) => a[1].length - b[1].length)
  const rare = units.find(({ path }) => path === byPath[0]?.[0])
  const big = units.find(({ path }) => path === byPath.at(-1)?.[0])
  const hotline = actor(['supervisor'], units[0]?.id ?? '', units[0]?.path ?? '/')
  const [old] = await db.q.select().from(ticket).orderBy(ticket.createdAt).limit(1)
  const request = old?.request ?? ''
  const paste = request.repeat(4).slice(0, 200)
  const now = new Date()
  const asked: Record<string, { q: string; who?: StaffActor; over?: object }> = {
    'commonest pair': { q: '反映' },
    'two words': { q: '路灯 三天' },
    'four characters': { q: '垃圾没人' },
    'nowhere: unknown pair': { q: '龘靐' },
    'nowhere: common pairs': { q: '路灯垃圾噪音' },
    'oldest request, 20 of it': { q: request.slice(0, 20) },
    'paste of 200, nowhere': { q: paste },
    'end of a number': { q: old?.number.slice(-6) ?? '' },
    'one character': { q: '灯' },
    'one character, nowhere': { q: '龘' },
    'common pair, by clock': { q: '路灯', over: { sort: 'clock' } },
    'common pair, open': { q: '路灯', over: { view: 'open' } },
    'common pair, ten years ago': {
      q: '路灯',
      over: { to: new Date(Number(old?.createdAt) + 86_400_000 * 30).toISOString() },
    },
    'rare unit': { q: '反映', who: actor(['unitHead'], rare?.id ?? '', rare?.path ?? '/') },
    'big unit': { q: '路灯', who: actor(['unitHead'], big?.id ?? '', big?.path ?? '/') },
    'big unit, nowhere': { q: '龘靐', who: actor(['unitHead'], big?.id ?? '', big?.path ?? '/') },
  }
  process.stdout.write(`${db.engine}, ${count} tickets, ${runs} runs each; ms: p50 p99 (found)\n`)
  for (const [name, { q, who = hotline, over }] of Object.entries(asked)) {
    const { cursor: _, size, sort, ...filter } = TicketQuery.parse({ sort: 'created', ...over })
    const times: number[] = []
    let found = 0
    for (let n = 0; n < runs; n++) {
      const began = performance.now()
      const page = await searchTickets(
        db.lists,
        who,
        { filter, unitPath: null, matterCodes: null, sort, after: null, size, now },
        q,
      )
      times.push(performance.now() - began)
      found = page.rows.length
    }
    const [p50, p99] = [part(times, 0.5), part(times, 0.99)]
    process.stdout.write(`${name.padEnd(30)} ${p50.toFixed(1).padStart(8)} ${p99.toFixed(1).padStart(8)}  (${found})\n`)
  }
  await db.close()
}
