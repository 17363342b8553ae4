import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { problems } from '../../api/app.ts'
import { sessionMs } from '../../api/access/sessions/session-life.rules.ts'
import { caps } from '../../api/access/sign-in/caps.rules.ts'
import { mostStreams } from '../../api/platform/live/live.slots.ts'
import { jsonLimit } from '../../api/platform/server/frame.ts'
import { largestAttachment } from '../../api/tickets/files/attachment.rules.ts'
import { root } from '../../scripts/start/child.ts'
import { createTestApp, testConfig } from '../support/app.ts'
import { operationsOf } from '../support/openapi.ts'

const page = readFileSync(join(root, 'docs/integration.md'), 'utf8').replaceAll(/\s+/g, ' ')

describe('docs/integration.md', () => {
  let operations: string[] = []
  beforeAll(async () => {
    const app = await createTestApp('sqlite')
    operations = operationsOf((await app.anonymous('GET', '/api/openapi.json')).body).map(
      ({ method, path }) => `${method} /api${path}`,
    )
    await app.close()
  })

  it('names only operations that the API has', () => {
    const named = [...page.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/api\/[\w/{}-]+)`/g)].map(
      ([, method, path]) => `${method} ${path}`,
    )
    expect(named.length).toBeGreaterThan(5)
    expect(operations).toEqual(expect.arrayContaining(named))
    for (const [, path = ''] of page.matchAll(/127\.0\.0\.1:8311(\/api\/\w+)/g))
      expect([path, operations.some((one) => one.includes(` ${path}`))]).toEqual([path, true])
  })

  it('names only problem codes that the API has', () => {
    const named = [...page.matchAll(/`((?:auth|request|ticket|draft)\.[a-z][a-z-]+)`/g)].map(([, code = '']) => code)
    expect(named.length).toBeGreaterThan(6)
    expect(Object.keys(problems)).toEqual(expect.arrayContaining(named))
  })

  it.each([
    ['the session', `lives ${sessionMs / 3_600_000} hours at most`],
    ['the idle time', `\`SESSION_IDLE_MINUTES\` (${testConfig().sessionIdleMinutes})`],
    ['tries', `after ${['', '', '', '', '', '', '', '', 'eight'][caps.place.burst]} wrong tries`],
    ['streams', `${mostStreams} open ones of one account`],
    ['JSON', `more than ${jsonLimit / 1024} kB of JSON is 413`],
    ['files', `at most ${largestAttachment / 1024 / 1024} MB`],
  ])('says of %s what holds', (_, words) => {
    expect(page).toContain(words)
  })
})
