import { resolver } from 'hono-openapi'
import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'

/** A schema as the document writes it, and the named ones that it refers to. */
interface Written {
  schema: OpenAPIV3_1.SchemaObject
  components: { schemas: Record<string, OpenAPIV3_1.SchemaObject> }
}

type Json = Record<string, unknown>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record whose keys are a list has that list as its properties: no generator understands the other way to say it. */
const withNamedKeys = (schema: Json): Json => {
  const { propertyNames, additionalProperties, ...rest } = schema
  const keys = isJson(propertyNames) ? propertyNames['enum'] : undefined
  if (!Array.isArray(keys)) return schema
  return {
    ...rest,
    properties: Object.fromEntries(keys.map((key) => [String(key), additionalProperties])),
    additionalProperties: false,
  }
}

/** A choice of one is none. */
const withoutLoneChoice = (schema: Json): Json => {
  const { oneOf, ...rest } = schema
  return Array.isArray(oneOf) && oneOf.length === 1 && isJson(oneOf[0]) ? { ...oneOf[0], ...rest } : schema
}

const boundless = new Set<unknown>([Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])

/** What says nothing more: the pattern of a moment beside its format, the bounds of every whole number. */
const isNoise = (schema: Json, key: string) =>
  (key === 'pattern' && schema['format'] === 'date-time') ||
  ((key === 'minimum' || key === 'maximum') && boundless.has(schema[key]))

/** As OpenAPI writes it: references into the document's components, no dialect, no second name. */
const tidy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(tidy)
  if (!isJson(value)) return value
  const said = Object.entries(value).filter(([key]) => !isNoise(value, key))
  const entries = said.map(([key, inner]): [string, unknown] => {
    if (key === '$ref' && typeof inner === 'string') return [key, inner.replace('#/$defs/', '#/components/schemas/')]
    if (key === 'samples') return ['examples', inner]
    return [key, key === 'default' || key === 'enum' ? inner : tidy(inner)]
  })
  return withoutLoneChoice(withNamedKeys(Object.fromEntries(entries)))
}

/** Without the name, which zod writes into what is named as well. */
const unnamed = (schema: Json): Json => Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'id'))

/** Zod writes JSON Schema 2020-12, which is what OpenAPI 3.1 takes; the two packages describe it by types of their own. */
const asSchemaObject = (schema: unknown) => schema as OpenAPIV3_1.SchemaObject

/**
 * A zod schema as the API's document has it: what has an id (`.meta({ id })`) stands once among the named schemas. Its `samples` are the
 * document's `examples`: those by that name zod leaves out where anything in the schema is transformed.
 */
const writeSchema = (schema: z.ZodType): Written => {
  // Inside another one, so that the outermost gets its name as any inner one does.
  const { $defs = {}, properties } = z.toJSONSchema(z.object({ it: schema }), { io: 'input', unrepresentable: 'any' })
  return {
    schema: asSchemaObject(tidy(properties?.['it'])),
    components: {
      schemas: Object.fromEntries(
        Object.entries($defs).map(([name, one]) => [name, asSchemaObject(tidy(unnamed({ ...one })))]),
      ),
    },
  }
}

/** A schema in the place of one that the document's writer takes. */
export const described = (schema: z.ZodType) => ({
  ...resolver(schema),
  toOpenAPISchema: async () => writeSchema(schema),
})
