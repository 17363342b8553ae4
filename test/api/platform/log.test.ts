import { describe, expect, it } from 'vitest'
import { createLog } from '../../../api/platform/log.ts'
import { engines, openTestDb } from '../../support/databases.ts'

/** A log whose lines are kept. */
const kept = () => {
  const lines: string[] = []
  return { lines, log: createLog('trace', { write: (line: string) => void lines.push(line) }) }
}

describe('the log', () => {
  it('says what went wrong and where, with its causes', () => {
    const { lines, log } = kept()
    const inner = Object.assign(new TypeError('inner'), { code: 'ECONNREFUSED' })
    log.error({ err: new Error('outer', { cause: inner }), requestId: 'req_1' }, 'unexpected error')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: 'req_1',
      msg: 'unexpected error',
      err: {
        type: 'Error',
        message: 'outer',
        stack: expect.stringMatching(/^\s+at /),
        cause: { type: 'TypeError', message: 'inner', code: 'ECONNREFUSED' },
      },
    })
    log.error({ err: 'a string' }, 'odd')
    expect(lines[1]).not.toContain('a string')
  })

  it.each([
    '+8613812345678',
    '13812345678',
    '电话13812345678。',
    'sms:+862155512345',
    "The 'To' number +15005550001 is not valid",
  ])('masks a number in %j wherever it stands', (text) => {
    const { lines, log } = kept()
    log.warn({ outcome: { state: 'failed', error: text }, list: [text] }, text)
    expect(lines[0]).not.toMatch(/\d{9,11}(?!\d)(?<!"time":\d+)/)
    expect(lines[0]).toContain('[phone]')
  })

  it('leaves times, ids and ticket numbers as they are', () => {
    const { lines, log } = kept()
    log.info({ at: 1_780_279_200_000, number: '260601381234567', id: 'tkt_0sx078s43z7y5d5qpmb8', ms: 13_812 }, 'fine')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      time: expect.any(Number),
      at: 1_780_279_200_000,
      number: '260601381234567',
      id: 'tkt_0sx078s43z7y5d5qpmb8',
      ms: 13_812,
    })
  })

  it('cuts secrets', () => {
    const { lines, log } = kept()
    log.info({ password: 'p-w', token: 't-k', given: { password: 'p-w', phone: 'x', body: '我家在老桥' } }, 'x')
    expect(lines[0]).not.toMatch(/p-w|t-k|老桥/)
  })

  it.each(engines)('keeps the values of a failed statement to itself on %s', async (engine) => {
    const { lines, log } = kept()
    const test = await openTestDb(engine)
    const citizen = {
      id: 'ctz_1',
      phone: '0551-6789',
      name: '欧阳静默',
      locale: 'zh',
      firstSeenAt: new Date(),
      lastSeenAt: new Date(),
      createdAt: new Date(),
      updatedAt: new Date(),
      contactCount: 0,
    }
    const twice = () => test.db.tx(async (tx) => void (await tx.q.insert(tx.t.citizen).values(citizen).returning()))
    await twice()
    await twice().catch((error: unknown) => log.error({ err: error }, 'unexpected error'))
    await test.drop()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/citizen/)
    expect(lines[0]).not.toMatch(/欧阳静默|0551-6789/)
  })
})
