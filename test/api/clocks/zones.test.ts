import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const child = fileURLToPath(new URL('zones.child.ts', import.meta.url))
const daysIn = async (timeZone: string) => {
  const { stdout } = await promisify(execFile)(process.execPath, [child], { env: { TZ: timeZone } })
  return stdout.split('\n')
}

/** East and west of Greenwich, on both sides of the date line, with summer time that skips midnight. */
const zones = ['America/New_York', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/London']

describe('the holidays of the city', () => {
  it('are the same whatever time zone the process keeps', { timeout: 60_000 }, async () => {
    const home = await daysIn('Asia/Shanghai')
    expect(home.length).toBeGreaterThan(700)
    expect(home.filter((line) => line.startsWith('2027')).map((line) => line.slice(5, 10))).toEqual(
      '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'.split(' '),
    )
    for (const zone of zones) expect([zone, await daysIn(zone)]).toEqual([zone, home])
  })
})
