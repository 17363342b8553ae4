import { describe, expect, it } from 'vitest'
import { auditRule } from '../../../scripts/check/audit.rule.ts'
import { told } from './small-tree.ts'

const rule = auditRule({ handedIn: {}, unaudited: {}, path: 'audits.ts' })
const house = { 'api/audit/record.ts': 'export const record = async () => {}' }
const imports = "import { record } from '../audit/record.ts'\n"

describe('a transaction with an audit passes', () => {
  const ways = {
    'in its work': 'export const f = (deps) => deps.db.tx((tx) => record(tx, deps, actor, { audit: [note] }))',
    'in a function of the same file':
      'const write = (tx) => record(tx, deps, actor, { audit: [note] })\nexport const f = (db) => db.tx(async (tx) => { await write(tx) })',
    'in a function made from another':
      'const make = (deps) => (tx) => record(tx, deps, who, { audit: [note] })\nexport const f = (deps) => { const write = make(deps); return deps.db.tx(write) }',
    'with notes gathered on the way': 'export const f = (db) => db.tx((tx) => record(tx, deps, actor, scene.notes))',
  }
  it.each(Object.entries(ways))('%s', (_, text) => {
    expect(told(rule, { ...house, 'api/calls/f.ts': imports + text })).toEqual([])
  })

  it('in a function of another file', () => {
    const files = {
      ...house,
      'api/calls/move.ts': `${imports}export const move = (tx) => record(tx, deps, actor, { audit: [note] })`,
      'api/calls/f.ts': "import { move as go } from './move.ts'\nexport const f = (db) => db.tx(go)",
    }
    expect(told(rule, files)).toEqual([])
  })
})

describe('a transaction without one is found', () => {
  const ways = {
    'nothing recorded': 'export const f = (db) => db.tx((tx) => tx.q.insert(tx.t.call))',
    'only live events': 'export const f = (db) => db.tx((tx) => record(tx, deps, actor, { audit: [], live: [note] }))',
    'recorded outside':
      'export const f = async (db) => { await db.tx(save); await record(tx, deps, actor, { audit: [note] }) }',
    'recorded by another verb of the file':
      'export const f = (db) => db.tx(save)\nexport const g = (db) => db.tx((tx) => record(tx, deps, actor, { audit: [note] }))',
    'a record of another kind':
      'const record2 = () => {}\nexport const f = (db) => db.tx(() => log.record({ audit: [note] }))',
  }
  it.each(Object.entries(ways))('%s', (_, text) => {
    expect(told(rule, { ...house, 'api/calls/f.ts': imports + text })).toEqual([
      expect.stringMatching(/^api\/calls\/f\.ts:\d f opens a transaction and records no audit: call record/),
    ])
  })
})

describe('the lists', () => {
  const bare = { ...house, 'api/calls/f.ts': 'export const f = (db) => db.tx(save)' }
  const withAudit = {
    ...house,
    'api/calls/f.ts': `${imports}export const f = (db) => db.tx((tx) => record(tx, deps, actor, { audit: [note] }))`,
  }
  const listed = auditRule({ handedIn: {}, unaudited: { 'api/calls#f': 'a heartbeat' }, path: 'audits.ts' })

  it('let a verb go without an audit for a reason, and only while it does', () => {
    expect(told(listed, bare)).toEqual([])
    expect(told(listed, withAudit)).toEqual([
      expect.stringContaining('f records an audit by now: take it out of audits.ts'),
    ])
    expect(told(listed, house)).toEqual(['audits.ts:1 api/calls#f opens no transaction: take it out.'])
  })

  it('know a verb that is handed in, and see to it that it records', () => {
    const opener = auditRule({ handedIn: { openIn: 'api/tickets#openIn' }, unaudited: {}, path: 'audits.ts' })
    const caller = { ...house, 'api/calls/f.ts': 'export const f = (deps) => deps.db.tx((tx) => deps.openIn(tx))' }
    const open = `${imports}export const openIn = (tx) => record(tx, deps, actor, { audit: [note] })`
    expect(told(opener, { ...caller, 'api/tickets/open.ts': open })).toEqual([])
    expect(told(opener, { ...caller, 'api/tickets/open.ts': 'export const openIn = () => {}' })).toEqual([
      expect.stringContaining('f opens a transaction and records no audit'),
      'audits.ts:1 openIn (api/tickets#openIn) records no audit: take it out.',
    ])
  })
})
