import { describe, expect, it } from 'vitest'
import { tablesRule } from '../../../scripts/check/tables.rule.ts'
import { told } from './small-tree.ts'

const rule = tablesRule(
  { ticket: { owners: ['api/tickets'], readers: { 'api/insight': 'counts' } }, call: { owners: ['api/calls'] } },
  'tables.ts',
)
const house = {
  'db/schema/all.ts':
    "export const all = (c) => ({\n  ticket: c.table('ticket', {}),\n  call: c.table('call', {}),\n})",
  'api/tickets/tickets.store.ts': 'export const save = (tx) => tx.q.update(tx.t.ticket)',
  'api/insight/insight.store.ts': 'export const count = (db) => db.q.select().from(db.t.ticket)',
  'api/calls/calls.store.ts': 'export const find = (db) => { const { call } = db.t; return db.q.select().from(call) }',
}

it('lets owners write and listed readers read', () => {
  expect(told(rule, house)).toEqual([])
})

describe('a table of another room is found', () => {
  const ways = {
    'by its path': 'export const f = (db) => db.q.select().from(db.t.ticket)',
    'taken out of the tables': 'export const f = (db) => { const { ticket } = db.t; return ticket }',
    'under another name': 'export const f = (db) => { const { ticket: mine } = db.t; return mine }',
    'from a transaction that lies deeper': 'export const f = (deps) => deps.db.t.ticket',
    'as a parameter': "export const columns = ({ ticket }: Read['t']) => ({ id: ticket.id })",
    'taken out of the database': 'export const f = ({ q, t: { ticket } }) => q.select().from(ticket)',
    'as a type': "export type Ticket = Read['t']['ticket']['$inferSelect']",
    'as one of several types': "export type Row<Table extends 'call' | 'ticket'> = Tx['t'][Table]",
    'chosen by a parameter': "export const f = (db, kind: 'call' | 'ticket') => db.t[kind]",
    'chosen from a constant':
      "const models = { one: 'ticket' } as const\nexport const f = (db, name) => db.t[models[name]]",
  }
  it.each(Object.entries(ways))('%s', (_, text) => {
    expect(told(rule, { ...house, 'api/calls/other.store.ts': text })).toEqual([
      expect.stringMatching(/^api\/calls\/other\.store\.ts:\d ticket belongs to api\/tickets: ask a verb/),
    ])
  })
})

it('lets nobody hide which tables are meant', () => {
  for (const text of [
    'export const f = (db) => { const tables = db.t; return tables }',
    'export const f = (db) => { const { call, ...rest } = db.t; return [call, rest] }',
    'export const f = (db, name: string) => db.t[name]',
    'export const f = ({ t }) => t.ticket',
    "export const f = (tables: Read['t']) => tables.ticket",
  ])
    expect(told(rule, { ...house, 'api/calls/other.store.ts': text }), text).toEqual([
      expect.stringContaining('go on under another name'),
    ])
})

describe('a reader that writes is found', () => {
  it.each([
    'export const f = (tx) => tx.q.update(tx.t.ticket)',
    'export const f = (tx) => { const { ticket } = tx.t; return tx.q.delete(ticket) }',
    'export const f = (tx, rows) => insertRows(tx, tx.t.ticket, rows)',
  ])('%s', (text) => {
    expect(told(rule, { ...house, 'api/insight/insight.store.ts': text })).toEqual([
      expect.stringContaining('api/insight may read ticket, but only api/tickets may write it'),
    ])
  })
})

it('keeps the list true: no table without an owner, no entry without a use', () => {
  const { 'api/insight/insight.store.ts': _, ...less } = house
  expect(told(rule, less)).toEqual(["tables.ts:1 api/insight does not query ticket: take it out of the table's entry."])
  const more = { ...house, 'db/schema/more.ts': "export const more = (c) => ({ unit: c.table('unit', {}) })" }
  expect(told(rule, more)).toEqual(['tables.ts:1 the table unit has no owner yet: name its room.'])
  const gone = { ...house, 'db/schema/all.ts': "export const all = (c) => ({ ticket: c.table('ticket', {}) })" }
  expect(told(rule, gone)).toContain('tables.ts:1 there is no table call in db/schema: take its entry out.')
})
