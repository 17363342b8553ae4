import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { ApiEnv } from '../../../../api/platform/http.ts'
import { routeGroups } from '../../../../api/platform/server/route-groups.ts'

describe('the group of an address', () => {
  const app = new Hono<ApiEnv>()
  const groupOf = routeGroups(app)
  app.use('*', (_c, next) => next())
  app.use('/api/*', (_c, next) => next())
  app.route(
    '/api/tickets',
    new Hono<ApiEnv>().get('/', (c) => c.text('')).get('/:id/files/:name', (c) => c.text('')),
  )
  app.get('/api/:anything', (c) => c.text(''))
  app.get('/readyz', (c) => c.text(''))
  app.use('/assets/*', (_c, next) => next())

  it.each([
    ['/api/tickets', '/api/tickets'],
    ['/api/tickets/tkt_1/files/a.pdf', '/api/tickets'],
    ['/readyz', '/readyz'],
    ['/readyz/more', '/readyz'],
    ['/assets/app-1234.js', '/assets'],
    ['/', 'other'],
    ['/138121000000', 'other'],
    ['/api', 'other'],
    ['/api/', 'other'],
    ['/api/13812100000', 'other'],
    ['/api/*', 'other'],
    ['/api/:anything', 'other'],
    ['/API/tickets', 'other'],
    ['//api/tickets', 'other'],
    ['/__proto__', 'other'],
  ])('%s counts as %s', (path, group) => {
    expect(groupOf(path)).toBe(group)
  })

  it('is one of few, whatever is asked for', () => {
    const groups = new Set<string>()
    for (let at = 0; at < 100_000; at++) groups.add(groupOf(at % 2 === 0 ? `/138${at}` : `/api/138${at}/x`))
    expect([...groups]).toEqual(['other'])
  })
})
