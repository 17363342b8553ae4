import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { problems } from '../../../api/app.ts'
import { takenTypes } from '../../../api/vocabulary/file.ts'
import { actList } from '../../../api/tickets/life/acts/acts.ts'
import { LiveEvent } from '../../../api/vocabulary/live-events.ts'
import { ticketActions } from '../../../api/vocabulary/ticket.ts'
import { root } from '../../../scripts/start/child.ts'
import { createTestApp, type TestApp } from '../../support/app.ts'
import { conformity, operationsOf, type Operation } from '../../support/openapi.ts'
import { routesOf } from './samples.ts'

const at = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    value,
  )

/** What a reference of a document leads to; anything else as it is. */
const resolved = (document: unknown, value: unknown): unknown => {
  const ref = at(value, '$ref')
  return typeof ref === 'string' ? at(document, ...ref.replace('#/', '').split('/')) : value
}

/** A part of a document with every named schema in place of its reference, each once. */
const unfolded = (document: unknown, value: unknown, seen: ReadonlySet<unknown> = new Set()): unknown => {
  if (Array.isArray(value)) return value.map((one) => unfolded(document, one, seen))
  if (typeof value !== 'object' || value === null) return value
  const ref = at(value, '$ref')
  if (seen.has(ref)) return {}
  if (ref !== undefined) return unfolded(document, resolved(document, value), new Set([...seen, ref]))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unfolded(document, inner, seen)]))
}

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
      expect([ref, at(document, ...String(ref).replace('#/', '').split('/'))]).toEqual([ref, expect.any(Object)])
    expect(Object.keys(Object(at(document, 'components', 'schemas')))).toEqual(
      expect.arrayContaining(['UnitTree', 'MatterTree', 'Ticket', 'Problem', 'LiveEvent', 'DispatchInput']),
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
      expect([where, responses.filter((one) => one.startsWith('2')).length > 0]).toEqual([where, true])
      for (const status of responses.filter((one) => !one.startsWith('2'))) {
        const problem = at(spec, 'responses', status, 'content', 'application/problem+json', 'schema')
        expect([where, status, JSON.stringify(problem)]).toEqual([
          where,
          status,
          expect.stringContaining('#/components/schemas/Problem'),
        ])
      }
    }
  })

  it('tells the codes of each refusal with its status', () => {
    const known = new Map<string, { status: number }>(Object.entries(problems))
    for (const { method, path, spec } of operations) {
      const statuses = Object.keys(Object(spec['responses'])).filter((one) => one.startsWith('4'))
      expect([method, path, statuses.length > 1]).toEqual([method, path, true])
      for (const status of statuses) {
        const [codes = []] = everywhere(at(spec, 'responses', status), 'enum')
        expect([method, path, status, codes]).toEqual([
          method,
          path,
          status,
          expect.arrayContaining([expect.any(String)]),
        ])
        for (const code of Array.isArray(codes) ? codes : [])
          expect([code, String(known.get(String(code))?.status)]).toEqual([code, status])
      }
    }
    const codesAt = (method: string, path: string, status: string) => {
      const found = operations.find((one) => one.method === method && one.path === path)
      return everywhere(at(found?.spec, 'responses', status), 'enum')[0]
    }
    expect(codesAt('POST', '/tickets/{id}/actions', '409')).toEqual(
      expect.arrayContaining(['ticket.conflict', 'ticket.illegal-transition']),
    )
    expect(codesAt('POST', '/session', '401')).toEqual(['auth.wrong-password'])
    expect(codesAt('GET', '/tickets', '422')).toContain('request.other-cursor')
  })

  it('asks for a session everywhere but where one is opened or closed', () => {
    expect(at(document, 'security')).toEqual([{ session: [] }])
    expect(at(document, 'components', 'securitySchemes', 'session')).toMatchObject({
      type: 'apiKey',
      in: 'cookie',
      name: 'yixian.session_token',
    })
    const open = operations.filter(({ spec }) => Array.isArray(spec['security']) && spec['security'].length === 0)
    expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'DELETE /session',
      'POST /session',
      'POST /session/code',
    ])
  })

  it('describes every parameter and every tag', () => {
    const tags = new Set(everywhere(at(document, 'tags'), 'name'))
    for (const { method, path, spec } of operations) {
      for (const tag of Array.isArray(spec['tags']) ? spec['tags'] : []) expect(tags).toContain(tag)
      for (const parameter of Array.isArray(spec['parameters']) ? spec['parameters'] : [])
        expect([method, path, at(parameter, 'name'), at(parameter, 'description')]).toEqual([
          method,
          path,
          at(parameter, 'name'),
          expect.stringMatching(/\S{2}/),
        ])
    }
  })

  it('says of files what they are, up and down', () => {
    const [upload, download, sound] = [
      ['POST', '/attachments'],
      ['GET', '/attachments/{id}'],
      ['GET', '/recordings/{id}/sound'],
    ].map(([method, path]) => operations.find((one) => one.method === method && one.path === path)?.spec)
    expect(at(upload, 'requestBody', 'content', 'multipart/form-data', 'schema')).toMatchObject({
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    })
    expect(Object.keys(Object(at(download, 'responses', '200', 'content')))).toEqual([...takenTypes])
    expect(at(sound, 'responses', '200', 'content')).toEqual({
      'audio/mpeg': { schema: { type: 'string', format: 'binary' } },
    })
  })

  it('has the input of each act, told apart by its name', () => {
    const body = at(document, 'components', 'schemas', 'ActBody')
    expect(at(body, 'discriminator', 'propertyName')).toBe('action')
    const choices = at(body, 'oneOf')
    const shapes = (Array.isArray(choices) ? choices : []).map((one) => Object(resolved(document, one)))
    expect(shapes.map((one) => at(one, 'properties', 'action', 'const'))).toEqual([...ticketActions])
    for (const { action, input } of actList) {
      const found = shapes.find((one) => at(one, 'properties', 'action', 'const') === action)
      const given = resolved(document, at(found, 'properties', 'input'))
      expect([action, Object.keys(Object(at(given, 'properties')))]).toEqual([
        action,
        Object.keys(Object(z.toJSONSchema(input, { io: 'input' }).properties)),
      ])
    }
  })

  it('has the messages of the live stream, and in them every event', () => {
    const stream = operations.find(({ path }) => path === '/live')?.spec
    const message = at(stream, 'responses', '200', 'content', 'text/event-stream', 'schema')
    const topics = everywhere(unfolded(document, message), 'topic').flatMap((one) => at(one, 'const') ?? [])
    expect(new Set(topics)).toEqual(
      new Set(LiveEvent.options.flatMap((one) => [...(one._zod.propValues?.['topic'] ?? [])])),
    )
  })

  it('names each thing once', () => {
    const named = readdirSync(join(root, 'api'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        [...readFileSync(join(root, 'api', name), 'utf8').matchAll(/\.meta\(\{\s*id: '(\w+)'/g)].map(([, id]) => id),
      )
    expect(named.length).toBeGreaterThan(80)
    expect(named.filter((id, at) => named.indexOf(id) !== at)).toEqual([])
  })

  it('gives every body an example that it takes', () => {
    const check = conformity(document)
    for (const { method, path, spec } of operations) {
      const schema = at(spec, 'requestBody', 'content', 'application/json', 'schema')
      if (schema === undefined) continue
      const examples = at(resolved(document, schema), 'examples')
      expect([method, path, examples]).toEqual([method, path, expect.arrayContaining([expect.any(Object)])])
      for (const example of Array.isArray(examples) ? examples : [])
        expect([method, path, check.body(schema, example)]).toEqual([method, path, null])
    }
    for (const name of ['Problem', 'LiveMessage'])
      for (const example of Object(at(document, 'components', 'schemas', name, 'examples')))
        expect([name, check.body({ $ref: `#/components/schemas/${name}` }, example)]).toEqual([name, null])
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
      if (schema !== undefined) look(`${method} ${path}`, unfolded(document, schema))
    }
    expect(open).toEqual([])
  })

  it('promises no field that must never leave the house', () => {
    const promised = operations.flatMap(({ method, path, spec }) =>
      everywhere(unfolded(document, spec['responses']), 'properties').flatMap((one) =>
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
