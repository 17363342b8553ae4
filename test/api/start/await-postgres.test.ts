import { connect, createServer } from 'node:net'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { awaitPostgres } from '../../../api/start/await-postgres.ts'
import { makeFirstAdministrator } from '../../../api/start/first-administrator.ts'
import { openCheckedDb } from '../../../api/start/prepare-database.ts'
import { StartFault } from '../../../api/start/start-fault.ts'
import { createServices } from '../../../api/services.ts'
import { silentCarrier } from '../../../scripts/sample-city/silent-carrier.ts'
import { freePort } from '../../../scripts/start/child.ts'
import { testConfig } from '../../support/app.ts'
import { engines, openTestDb } from '../../support/databases.ts'
import { tell } from './start.support.ts'

describe.runIf(engines.includes('postgres'))('a PostgreSQL at the start', () => {
  const server = () => inject('postgresServer')
  const refused = (url: string) => tell(() => awaitPostgres(url, () => {}), StartFault)
  const ask = async (url: string, statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }

  it('is named without its password when it is not there, or refuses', async () => {
    const missing = await refused(`${server()}/nowhere`)
    expect(missing).toContain('There is no database')
    expect(missing).toContain('/nowhere')
    const wrong = new URL(`${server()}/template_yixian`)
    wrong.password = 'guessed-wrong'
    const said = await refused(wrong.href)
    expect(said).toContain('refuses the user or the password')
    expect(said).not.toContain('guessed-wrong')
  })
  it('is waited for when it is not there yet, and that is said once', async () => {
    const store = await openTestDb('postgres')
    const port = await freePort()
    const real = new URL(store.url)
    const bridge = createServer((near) => {
      const far = connect(Number(real.port), real.hostname)
      near.pipe(far).pipe(near)
      near.on('error', () => far.destroy())
      far.on('error', () => near.destroy())
    })
    const heard: string[] = []
    const url = new URL(store.url)
    url.port = String(port)
    await awaitPostgres(
      url.href,
      ({ en }) => {
        heard.push(en)
        bridge.listen(port, '127.0.0.1')
      },
      20,
    )
    expect(heard).toEqual([expect.stringContaining('is not there yet (ECONNREFUSED); waiting for it')])
    bridge.close()
    await store.drop()
  })
  it('is refused when another program’s tables are in it, or those of a newer Yixian', async () => {
    const store = await openTestDb('postgres')
    await ask(
      store.url,
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${Date.now() + 1e12})`,
    )
    expect(await refused(store.url)).toContain('comes from a newer Yixian')
    await ask(store.url, 'drop schema drizzle cascade')
    expect(await refused(store.url)).toContain('is no database of Yixian')
    await store.drop()
  })
  it('gets one administrator from two servers that start at once', async () => {
    const store = await openTestDb('postgres')
    const config = testConfig({ databaseUrl: store.url, sampleCity: false })
    const start = async () => {
      const { db } = await openCheckedDb(config, () => {})
      const services = await createServices(config, { db, telephony: silentCarrier() })
      return { services, made: () => makeFirstAdministrator(services, null) }
    }
    const both = [await start(), await start()]
    const made = await Promise.all(both.map((one) => one.made()))
    expect(made.filter((one) => one !== null)).toHaveLength(1)
    for (const { services } of both) {
      expect(services.directory.staff().map(({ username }) => username)).toEqual(['admin'])
      await services.stop()
    }
    await store.drop()
  })
})
