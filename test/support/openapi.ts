import { z } from 'zod'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const objectAt = (value: unknown, ...keys: string[]): Json => {
  let at = value
  for (const key of keys) at = isObject(at) ? at[key] : undefined
  return isObject(at) ? at : {}
}

/** JSON Schema as `z.fromJSONSchema` takes it; what it cannot read, it throws on. */
const fromJsonSchema = (schema: Json) => z.fromJSONSchema(schema)

/**
 * The schema with every object closed: a field that is not in the document is a fault. What is said beside a named schema (`allOf`) narrows it
 * and names no further fields.
 */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed)
  if (!isObject(schema)) return schema
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'allOf' && Array.isArray(value)
        ? value.map((part) => (isObject(part) && '$ref' in part ? closed(part) : part))
        : closed(value),
    ]),
  )
  if (typeof copy['$ref'] === 'string') copy['$ref'] = copy['$ref'].replace('#/components/schemas/', '#/$defs/')
  return isObject(schema['properties']) && schema['additionalProperties'] === undefined
    ? { ...copy, additionalProperties: false }
    : copy
}

export interface Operation {
  method: string
  /** As in the document: `/tickets/{id}`. */
  path: string
  spec: Json
}

/** Every operation of an OpenAPI document. */
export const operationsOf = (document: unknown): Operation[] =>
  Object.entries(objectAt(document, 'paths')).flatMap(([path, methods]) =>
    Object.entries(objectAt(methods)).map(([method, spec]) => ({
      method: method.toUpperCase(),
      path,
      spec: objectAt(spec),
    })),
  )

/**
 * A check of answers against the API's own document: what is wrong with a JSON answer, or null. Fields that the document does not
 * name, addresses it does not know and answers of another shape are all wrong.
 */
export const conformity = (document: unknown) => {
  const $defs = closed(objectAt(document, 'components', 'schemas'))
  const parsers = new Map<unknown, z.ZodType>()
  const parserOf = (schema: Json) => {
    const known = parsers.get(schema) ?? fromJsonSchema({ ...objectAt(closed(schema)), $defs })
    parsers.set(schema, known)
    return known
  }
  const operations = operationsOf(document)
    .map((one) => ({
      ...one,
      pattern: new RegExp(`^/api${one.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    }))
    // A fixed word is meant before a parameter.
    .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)
  const answer = (method: string, address: string, status: number, type: string, body: unknown): string | null => {
    const path = address.split('?', 1)[0] ?? ''
    const found = operations.find((one) => one.method === method && one.pattern.test(path))
    if (!found) return status < 400 ? `${method} ${path} is not in the document` : null
    const responses = objectAt(found.spec, 'responses')
    const content = objectAt(responses[String(status)] ?? responses['default'], 'content')
    const schema = content[type]
    if (!isObject(schema)) return `${method} ${path} answered ${status} ${type}, which is not in the document`
    const result = parserOf(objectAt(schema, 'schema')).safeParse(body)
    return result.success ? null : `${method} ${path} ${status}: ${z.prettifyError(result.error)}`
  }
  return Object.assign(answer, {
    /** What is wrong with something that is sent, by a schema of the document; null when nothing is. */
    body: (schema: unknown, body: unknown): string | null => {
      const result = parserOf(objectAt(schema)).safeParse(body)
      return result.success ? null : z.prettifyError(result.error)
    },
  })
}
