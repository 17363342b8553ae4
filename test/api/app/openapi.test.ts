import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { conformity, operationsOf, type Operation } from '../../support/openapi.ts'
import { routesOf } from './samples.ts'

const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  )

/** Every value under a key, anywhere in a document. */
const everywhere = (value: unknown, key: string): unknown[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...everywhere(inner, key)])
}

describe('the API’s own document', () => {
  let app: TestApp
  let document: unknown
  let operations: Operation[]
  beforeAll(async () => {
    app = await createTestApp('sqlite')
    document = (await app.anonymous('GET', '/api/openapi.json')).body
    operations = operationsOf(document)
  })
  afterAll(() => app.close())

  it('is OpenAPI 3.1 with every reference in place', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: expect.any(String), version: expect.any(String) },
      servers: [{ url: '/api' }],
    })
    const refs = everywhere(document, '$ref')
    expect(refs.length).toBeGreaterThan(0)
    for (const ref of refs)
      expect([ref, at(document, ...String(ref).replace('#/', '').split('/'))]).toEqual([
        ref,
        expect.objectContaining({ type: 'object' }),
      ])
    expect(Object.keys(Object(at(document, 'components', 'schemas')))).toEqual(
      expect.arrayContaining(['UnitTree', 'MatterTree']),
    )
  })

  it('names every route of the API, and no other', () => {
    const mounted = routesOf(app)
      .filter(({ path }) => path.startsWith('/api/') && path !== '/api/openapi.json')
      .map(({ method, path }) => `${method} ${path.slice('/api'.length).replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(mounted.toSorted())
  })

  it('gives every operation a name of its own, a summary, a success and the problem it may answer', () => {
    const names = operations.map(({ spec }) => spec['operationId'])
    expect(new Set(names).size).toBe(names.length)
    for (const { method, path, spec } of operations) {
      const where = `${method} ${path}`
      expect([where, spec['operationId']]).toEqual([where, expect.stringMatching(/^[a-zA-Z]+\.[a-zA-Z]+$/)])
      expect([where, spec['summary']]).toEqual([where, expect.stringMatching(/\S/)])
      const responses = Object.keys(Object(spec['responses']))
      const [success, ...others] = responses.toSorted()
      expect([where, success]).toEqual([where, expect.stringMatching(/^(200|204)$/)])
      expect([where, others]).toEqual([where, where === 'POST /session' ? ['202', 'default'] : ['default']])
      expect(at(spec, 'responses', 'default', 'content', 'application/problem+json', 'schema', 'required')).toEqual(
        expect.arrayContaining(['code', 'status', 'requestId']),
      )
    }
  })

  it('names every path parameter', () => {
    for (const { method, path, spec } of operations) {
      const named = everywhere(spec['parameters'], 'name').filter((name) => path.includes(`{${String(name)}}`))
      expect([method, path, named.length]).toEqual([method, path, path.split('{').length - 1])
    }
  })

  it('closes every body that is sent to it: an unknown field is refused', () => {
    const open: string[] = []
    const look = (where: string, schema: unknown) => {
      const choices = at(schema, 'anyOf') ?? at(schema, 'oneOf')
      if (Array.isArray(choices)) choices.forEach((choice) => look(where, choice))
      else if (at(schema, 'additionalProperties') !== false) open.push(where)
    }
    for (const { method, path, spec } of operations) {
      const schema = at(spec, 'requestBody', 'content', 'application/json', 'schema')
      if (schema !== undefined) look(`${method} ${path}`, schema)
    }
    expect(open).toEqual([])
  })

  it('promises no field that must never leave the house', () => {
    const promised = operations.flatMap(({ method, path, spec }) =>
      everywhere(spec['responses'], 'properties').flatMap((one) =>
        Object.keys(Object(one)).map((field) => `${method} ${path} ${field}`),
      ),
    )
    const secret = promised.filter((one) =>
      / (password|passwordHash|token|secret|authToken|sha256|searchText|fromNumber|toNumber|carrierRef|ipAddress)$/.test(
        one,
      ),
    )
    // A softphone's credential is what that route is for.
    expect([...new Set(secret)]).toEqual(['GET /softphone/token token'])
  })

  it('is what the checks of all answers go by: they can fail', () => {
    const check = conformity(document)
    const page = { items: [], next: null }
    expect(check('GET', '/api/tickets?size=1', 200, 'application/json', page)).toBeNull()
    expect(check('GET', '/api/tickets', 200, 'application/json', { ...page, phone: '+8613800000000' })).toContain(
      'phone',
    )
    expect(check('GET', '/api/tickets', 200, 'application/json', { items: [] })).toContain('next')
    expect(check('GET', '/api/tickets', 500, 'application/problem+json', { message: 'boom' })).toContain('code')
    expect(check('GET', '/api/tickets', 500, 'application/json', {})).toContain('not in the document')
    expect(check('GET', '/api/parcels', 200, 'application/json', {})).toContain('not in the document')
  })
})
