import { describe, expect, it } from 'vitest'
import { databaseAway } from '../../db/database-away.ts'
import { createTestApp } from '../support/app.ts'

const coded = (code: string) => Object.assign(new Error('what the engine says'), { code })

describe('a database that does nothing for the moment', () => {
  it.each(['ECONNREFUSED', '57P01', '57P03', '25006', '53100', '08006', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE'])(
    'is told by %s, also where the query builder wraps it',
    (code) => {
      expect(databaseAway(coded(code))).toBe(code)
      expect(databaseAway(new Error('Failed query', { cause: coded(code) }))).toBe(code)
    },
  )
  it('is told by what the driver says of a connection that broke', () => {
    expect(databaseAway(new Error('Connection terminated unexpectedly'))).toBe('CLOSED')
  })
  it.each(['23505', '40001', '42P01', 'SQLITE_CONSTRAINT_UNIQUE', 'ERR_ASSERTION'])('is not told by %s', (code) => {
    expect(databaseAway(coded(code))).toBeNull()
  })
  it('is no answer to anything else', () => {
    expect([databaseAway(new Error('x')), databaseAway('25006'), databaseAway(null)]).toEqual([null, null, null])
  })

  it('is a problem of its own, and when to ask again, for people and for the carrier', async () => {
    let broken = false
    const app = await createTestApp('sqlite', {
      wrapDb: (db) => ({
        ...db,
        get q() {
          return db.q
        },
        tx: async (work) => {
          if (broken) throw new Error('Failed query', { cause: coded('25006') })
          return db.tx(work)
        },
      }),
    })
    const agent = await app.signIn('agent1')
    await agent('GET', '/api/session')
    broken = true
    const answer = await agent('POST', '/api/drafts', { content: {} })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(answer.body).toMatchObject({ code: 'database.away', retryAfterSeconds: 5 })
    // What is only read goes on, for whoever is signed in.
    expect((await agent('GET', '/api/session')).status).toBe(200)
    expect((await agent('GET', '/api/tickets')).status).toBe(200)
    broken = false
    await app.close()
  })
})
