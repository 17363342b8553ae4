import type { TestApp } from '../../support/app.ts'
import { ticketLives } from '../../support/ticket-lives.ts'

/** Lives of tickets in the whole program. */
export const livesIn = (app: TestApp) => ticketLives({ ...app, ...app.services })

/** How many rows each table has, and how many times any row was written as far as its version says: equal before and after means nothing changed. */
export const contents = async (
  { db }: Pick<TestApp, 'db'>,
  leaveOut: readonly string[] = [],
): Promise<Record<string, unknown>> => {
  const all: Record<string, unknown> = {}
  for (const [name, table] of Object.entries(db.t)) {
    if (leaveOut.includes(name)) continue
    const rows = await db.q.select().from(table)
    all[name] = rows.map((row) => JSON.stringify(row)).toSorted()
  }
  return all
}

/** One value for each path parameter of the program: ids that are well formed and belong to nothing. */
const nothingAt: Record<string, string> = {
  'units/:id': 'unt_00000000000000000000',
  'account/sessions/:id': 'ses_00000000000000000000',
  'staff/:id': 'stf_00000000000000000000',
  'matters/:code': 'no.such.matter',
  'citizens/:id': 'ctz_00000000000000000000',
  'articles/:id': 'art_00000000000000000000',
  'tickets/by-number/:number': '1234567897',
  'tickets/:id': 'tkt_00000000000000000000',
  'notices/:id': 'ntc_00000000000000000000',
  'drafts/:id': 'drf_00000000000000000000',
  'attachments/:id': 'att_00000000000000000000',
  'stray-texts/:id': 'stx_00000000000000000000',
  'threads/:citizenId': 'ctz_00000000000000000000',
  'retention/:kind': 'drafts',
  'calls/:id': 'cal_00000000000000000000',
  'recordings/:id': 'rec_00000000000000000000',
  'callbacks/:id': 'cbk_00000000000000000000',
  'follow-ups/:id': 'flw_00000000000000000000',
  'voice/room/:id': 'cal_00000000000000000000',
  'voice/outbound/:id': 'cal_00000000000000000000',
  'voice/queue/:id': 'cal_00000000000000000000',
  'voice/status/:id': 'cal_00000000000000000000',
  'voice/leg/:id': 'ofr_00000000000000000000',
}

/** A route's path with a value for each parameter. Throws for a parameter that has none here: whoever adds a route says what stands in it. */
export const addressOf = (path: string): string => {
  const filled = path.replaceAll(/[^/]+(?:\/[^/:]+)*\/:\w+/g, (part) => {
    const key = Object.keys(nothingAt).find((known) => part === known || part.endsWith(`/${known}`))
    if (key === undefined) throw new Error(`no sample value for ${part} of ${path}: add one to nothingAt`)
    return part.replace(/:\w+$/, nothingAt[key] ?? '')
  })
  if (filled.includes(':')) throw new Error(`no sample value for ${path}`)
  return filled
}

/** The routes of the program that a request can reach: middleware left out, each once. */
export const routesOf = (app: TestApp) => {
  const seen = new Map<string, { method: string; path: string }>()
  for (const { method, path } of app.app.routes)
    if (method !== 'ALL' && !path.includes('*')) seen.set(`${method} ${path}`, { method, path })
  return [...seen.values()]
}
