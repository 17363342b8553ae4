import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDb } from '../../db/open.ts'
import { sendAll } from '../../scripts/bench/load.ts'
import { signedTexts } from '../../scripts/bench/signed-texts.ts'
import type { City } from '../../scripts/start/city.ts'
import { root } from '../../scripts/start/child.ts'
import { openCity } from '../support/city.ts'

describe('a backup that is made while texts pour in, and put back after a crash', () => {
  let city: City
  let folder: string
  beforeAll(async () => {
    city = await openCity()
    folder = await mkdtemp(join(tmpdir(), 'yixian-backup-'))
  })
  afterAll(async () => {
    await city?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const run = async (script: string, ...args: string[]) => {
    const { databaseUrl, dataDir } = city.config
    const child = spawn(process.execPath, [`scripts/backup/${script}.ts`, ...args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part))
    const [code] = await once(child, 'close')
    return { code, said }
  }
  /** Whom the carrier was asked to text, each time. */
  const texted = async (): Promise<string[]> => {
    const { accountSid, authToken } = city.config.twilio
    const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
    const found: string[] = []
    let next: string | null = `/2010-04-01/Accounts/${accountSid}/Messages.json?PageSize=1000`
    while (next !== null) {
      const answer = await fetch(city.carrierUrl + next, { headers: { authorization } })
      const page = (await answer.json()) as {
        messages: { to: string; direction: string }[]
        next_page_uri: string | null
      }
      found.push(...page.messages.filter(({ direction }) => direction !== 'inbound').map(({ to }) => to))
      next = page.next_page_uri
    }
    return found
  }
  const until = async (what: string, holds: () => Promise<boolean>) => {
    for (let end = Date.now() + 60_000; !(await holds());) {
      if (Date.now() > end) throw new Error(`never: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  it('loses nothing up to the backup, makes no twin, and texts nobody twice', async () => {
    const url = `${city.config.publicUrl}/twilio/messages/incoming`
    const { accountSid, authToken } = city.config.twilio
    const source = { url, accountSid, authToken, to: '+862155512345', sentences: ['中山北路的路灯坏了三天'] }
    const texts = signedTexts(source, 240)
    const senderOf = ({ body }: { body: string }) => new URLSearchParams(body).get('From') ?? ''
    const answered = new Set<string>()
    let before = new Set<string>()
    let backup: ReturnType<typeof run> | undefined
    const poured = sendAll(url, texts, 4, ({ sid }, status) => {
      if (status === 200) answered.add(sid)
      if (answered.size < 80 || backup) return
      before = new Set(answered)
      backup = run('backup', join(folder, 'nightly'))
    })
    await poured
    expect(before.size).toBeGreaterThanOrEqual(80)
    expect((await backup)?.said).toContain('Backed up and checked')
    expect(answered.size, 'nobody waited for the backup').toBe(texts.length)

    const running = await run('restore', join(folder, 'nightly'))
    expect(running.code).toBe(78)
    expect(running.said).toContain('is in use by another Yixian')

    // Some of what waited at the backup goes out after it: that must not go out again.
    await until('texts go out', async () => (await texted()).length >= 60)
    await city.kill()
    const sentBefore = new Set(await texted())
    const restored = await run('restore', join(folder, 'nightly'))
    expect(restored.code, restored.said).toBe(0)
    expect(restored.said).toMatch(/[1-9]\d* effects .* waited when the backup was made/)
    await city.restart()

    const db = await openDb(city.config.databaseUrl)
    const { message, outbox } = db.t
    const inbound = async () =>
      db.q
        .select({ sid: message.carrierRef, ticketId: message.ticketId })
        .from(message)
        .where(
          and(
            eq(message.direction, 'in'),
            inArray(
              message.carrierRef,
              texts.map(({ sid }) => sid),
            ),
          ),
        )
    const kept = new Set((await inbound()).map(({ sid }) => sid))
    expect(
      [...before].filter((sid) => !kept.has(sid)),
      'lost',
    ).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(new Set(await texted()), 'what is held does not go out').toEqual(sentBefore)

    // A person decides: what the carrier has already does not go out again, the rest does.
    const held = await db.q
      .select({ id: outbox.id, payload: outbox.payload })
      .from(outbox)
      .where(and(eq(outbox.state, 'held'), eq(outbox.topic, 'sms.send')))
    const receivers = new Map(
      (await db.q.select({ id: message.id, to: message.toNumber }).from(message)).map(({ id, to }) => [id, to]),
    )
    const wentOut = ({ payload }: (typeof held)[number]) =>
      sentBefore.has(receivers.get(String(payload['messageId'])) ?? '')
    const [twice, due] = [held.filter(wentOut), held.filter((effect) => !wentOut(effect))]
    expect(twice.length, 'some had gone out after the backup').toBeGreaterThan(0)
    await run('held', 'drop', ...twice.map(({ id }) => id))
    if (due.length > 0) await run('held', 'release', ...due.map(({ id }) => id))
    expect((await run('held', 'release', 'all')).code).toBe(0)
    expect((await run('held', 'list')).said).toContain('Nothing is held')

    // The carrier repeats what it got no answer for; what is kept stays single.
    await sendAll(
      url,
      texts.filter(({ sid }) => kept.has(sid)),
      8,
    )
    const again = await inbound()
    expect(again).toHaveLength(kept.size)
    expect(new Set(again.map(({ ticketId }) => ticketId)).size).toBe(kept.size)
    const wanted = texts.filter(({ sid }) => before.has(sid)).map(senderOf)
    await until('every citizen of the backup has an answer', async () => {
      const all = new Set(await texted())
      return wanted.every((phone) => all.has(phone))
    })
    const all = await texted()
    expect(
      all.filter((phone, index) => all.indexOf(phone) !== index),
      'texted twice',
    ).toEqual([])
    await db.close()
  })
})
