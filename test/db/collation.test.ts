import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { hasGreaterKey } from '../../api/telephony/inbox/inbox.store.ts'
import { openPostgres } from '../../db/postgres.ts'
import { engines } from '../support/databases.ts'

/** Most servers make databases that sort text by the rules of a language, not by its bytes. */
describe.runIf(engines.includes('postgres'))('a PostgreSQL database with the collation of a language', () => {
  const made: string[] = []
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: `${inject('postgresServer')}/postgres` })
    await client.connect()
    try {
      await client.query(statement)
    } finally {
      await client.end()
    }
  }
  const create = async (locale: string) => {
    const name = `test_${randomBytes(6).toString('hex')}`
    await admin(`create database ${name} template template0 locale_provider icu icu_locale '${locale}'`)
    made.push(name)
    return `${inject('postgresServer')}/${name}`
  }
  afterAll(async () => {
    for (const name of made) await admin(`drop database ${name} with (force)`)
  })

  it.each(['en-US', 'zh-CN'])('still knows which event of a room is the newer one (%s)', async (locale) => {
    const db = await openPostgres(await create(locale))
    try {
      const group = 'conference:CF01:hold:CA01'
      await db.tx((tx) =>
        tx.q
          .insert(tx.t.inbox)
          .values({ key: `${group}:000000005`, route: 'voice.conference', receivedAt: new Date(0) })
          .returning(),
      )
      const newer = (number: string) => db.tx((tx) => hasGreaterKey(tx, group, `${group}:${number}`))
      expect([await newer('000000004'), await newer('000000005'), await newer('000000006')]).toEqual([
        true,
        false,
        false,
      ])
    } finally {
      await db.close()
    }
  })

  it('is refused when it skips punctuation, for then no unit would find its tickets', async () => {
    await expect(openPostgres(await create('en-US-u-ka-shifted'))).rejects.toThrow('C.UTF-8')
  })
})
