import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createServices } from '../../../api/services.ts'
import { seedSampleCity } from '../../../scripts/sample-city/seed.ts'
import type { StorySeed } from '../../../scripts/sample-city/seed.types.ts'
import { silentCarrier } from '../../../scripts/sample-city/silent-carrier.ts'
import { stories } from '../../../scripts/sample-city/stories/index.ts'
import { openDb } from '../../../db/open.ts'
import type { Config } from '../../../api/platform/config.ts'
import { portIsFree, root } from '../../../scripts/start/child.ts'
import { samplePeople } from '../../../scripts/start/sample-sign-ins.ts'
import { makeFirstAdministrator } from '../../../api/start/first-administrator.ts'
import { isStaffed } from '../../../scripts/start/peek.ts'
import { testConfig } from '../../support/app.ts'
import { engines, openTestDb, type TestDb } from '../../support/databases.ts'

describe.each(engines)('the way into an empty city, on %s', (engine) => {
  let store: TestDb
  let folder: string
  beforeEach(async () => {
    store = await openTestDb(engine)
    folder = await mkdtemp(join(tmpdir(), 'yixian-first-'))
  })
  afterEach(async () => {
    await store.drop()
    await rm(folder, { recursive: true })
  })
  const config = () => testConfig({ databaseUrl: store.url, dataDir: folder, sampleCity: false })
  /** Whether a name and password open the door of the city as it is now. */
  const opens = async (username: string, password: string) => {
    const services = await createServices(config(), { telephony: silentCarrier() })
    try {
      const asked = {
        username,
        password,
        device: null,
        nextDevice: 'a-new-browser',
        address: '127.0.0.1',
        headers: new Headers(),
        requestId: null,
      }
      return await services.access.signIn(asked).then(
        ({ actor }) => actor,
        () => null,
      )
    } finally {
      await services.stop()
    }
  }

  const make = async (given: string | null = null) => {
    const services = await createServices(config(), { telephony: silentCarrier() })
    try {
      return await makeFirstAdministrator(services, given)
    } finally {
      await services.stop()
    }
  }

  it('makes one administrator with a password of their own, once', async () => {
    expect(await isStaffed(store.url)).toBe(false)
    const made = await make()
    expect(made).toEqual({ username: 'admin', password: expect.stringMatching(/^[\w-]{16}$/) })
    expect(await isStaffed(store.url)).toBe(true)
    expect(await opens('admin', made?.password ?? '')).toMatchObject({ roles: ['admin'] })
    expect(await make(), 'nobody is made over').toBeNull()
    const [unit] = await store.db.q.select().from(store.db.t.unit)
    expect(unit).toMatchObject({ code: 'city', parentId: null, level: 'city' })
  })
  it('takes a given password and does not show it; refuses a short or well-known one and makes nobody', async () => {
    await expect(make('short')).rejects.toThrow('ADMIN_PASSWORD')
    await expect(make('password1234')).rejects.toThrow('easily guessed')
    expect(await isStaffed(store.url)).toBe(false)
    expect(await make('a given password')).toEqual({ username: 'admin', password: null })
    expect(await opens('admin', 'a given password')).not.toBeNull()
    expect(await opens('admin', 'another password')).toBeNull()
  })
})

const anyStory = () => {
  const [story] = stories
  if (!story) throw new Error('the sample city has stories')
  return story
}

// On a file it is the name that comes last: see below.
describe.runIf(engines.includes('postgres'))('the sample city of a start that was broken off', () => {
  let store: TestDb
  let folder: string
  beforeEach(async () => {
    store = await openTestDb('postgres')
    folder = await mkdtemp(join(tmpdir(), 'yixian-broken-'))
    stories.unshift(told, impossible)
  })
  afterEach(async () => {
    stories.splice(stories.indexOf(impossible) - 1, 2)
    await store.drop()
    await rm(folder, { recursive: true })
  })
  /** Two requests: one of long ago that is told, and a later one that breaks the telling off. */
  const told: StorySeed = { ...anyStory(), path: 'closedSatisfied' }
  const impossible: StorySeed = { ...told, line: 'none', path: 'handling' }

  it('is not taken for whole: the next start builds it anew', async () => {
    const config = testConfig({ databaseUrl: store.url, dataDir: folder })
    const seed = (most: number) => seedSampleCity(config, () => {}, { stories: most })
    await expect(seed(2)).rejects.toThrow('no line none')
    expect(await isStaffed(store.url)).toBe(false)
    expect(await seed(0)).toMatchObject({ tickets: 0 })
    expect(await isStaffed(store.url)).toBe(true)
    expect(await seed(0), 'once').toBeNull()
  }, 60_000)
})

describe('the first start on a file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yixian-file-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('finds a missing file, and one without tables, empty', async () => {
    expect(await isStaffed(`file:${join(folder, 'none.db')}`)).toBe(false)
    writeFileSync(join(folder, 'empty.db'), '')
    expect(await isStaffed(`file:${join(folder, 'empty.db')}`)).toBe(false)
  })
  it('says so when the file is no database', async () => {
    writeFileSync(join(folder, 'letter.db'), 'Dear city, '.repeat(200))
    await expect(isStaffed(`file:${join(folder, 'letter.db')}`)).rejects.toThrow('not a database')
  })
  it('gives the sample city its name when it is complete, over what a broken-off start left behind', async () => {
    const file = join(folder, 'city.db')
    writeFileSync(`${file}.unfinished`, 'half a city')
    const config = testConfig({ databaseUrl: `file:${file}`, dataDir: folder })
    const seeding = seedSampleCity(config, () => {}, { stories: 0 })
    expect(existsSync(file)).toBe(false)
    expect(await seeding).toMatchObject({ tickets: 0 })
    expect(existsSync(`${file}.unfinished`)).toBe(false)
    expect(await isStaffed(`file:${file}`)).toBe(true)
    expect(await seedSampleCity(config, () => {}), 'once').toBeNull()
    await leadsTheExampleToASignIn(config)
  })
  /** Whoever follows the README finds the example's ticket on a desk whose sign-in is printed at the start. */
  const leadsTheExampleToASignIn = async (config: Config) => {
    const [, text = ''] = /carrier -- text .*"(.+)"/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
    const services = await createServices(config, { telephony: silentCarrier() })
    const proposal = services.triage.propose(text)
    const unit = services.directory.unitById(proposal.unit?.id ?? '')
    await services.stop()
    expect(proposal.confident, text).toBe(true)
    expect(samplePeople.map(([username]) => username)).toContain(`${unit?.code}-1`)
  }
  it('has delivered the texts that its stories tell of', async () => {
    const config = testConfig({ databaseUrl: `file:${join(folder, 'told.db')}`, dataDir: folder })
    await seedSampleCity(config, () => {}, { stories: 2 })
    const db = await openDb(config.databaseUrl)
    const texts = await db.q.select().from(db.t.message).where(eq(db.t.message.direction, 'out'))
    await db.close()
    expect(texts.length).toBeGreaterThan(0)
    expect(new Set(texts.map(({ status }) => status))).toEqual(new Set(['delivered']))
    expect(texts.every(({ carrierRef }) => carrierRef?.startsWith('SM'))).toBe(true)
  })
  it('knows a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await portIsFree(port, '127.0.0.1')).toBe(false)
    other.close()
    await once(other, 'close')
    expect(await portIsFree(port, '127.0.0.1')).toBe(true)
  })
})
