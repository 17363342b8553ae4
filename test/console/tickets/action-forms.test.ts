// oxlint-disable yixian/console-imports-types -- a test, not the console: it compares the server's inputs with the forms
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { acts, ticketActions } from '../../../api/tickets/life/acts/acts.ts'
import { actionForms, actionKeys, type FieldSpec } from '../../../console/tickets/action-forms.ts'
import { zhCN } from '../../../console/i18n/zh-CN/index.ts'

const words: Record<string, string> = zhCN

const Property = z.looseObject({
  enum: z.array(z.string()).optional(),
  anyOf: z.array(z.looseObject({ enum: z.array(z.string()).optional(), maxLength: z.number().optional() })).optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})
const propertiesOf = (input: z.ZodType) =>
  z
    .looseObject({ properties: z.record(z.string(), Property).default({}) })
    .parse(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).properties

describe.each(ticketActions)('the form of %s', (action) => {
  const { input } = acts[action]
  const { fields } = actionForms[action]
  const properties = propertiesOf(input)

  it('has exactly the fields that the act takes', () => {
    expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(properties).toSorted())
  })
  it('demands exactly what the act demands', () => {
    expect(
      fields
        .filter(({ required }) => required)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(
      Object.entries(acts[action].fields)
        .flatMap(([name, { required }]) => (required ? [name] : []))
        .toSorted(),
    )
  })
  it('offers every choice and no other', () => {
    for (const field of fields) {
      if (field.kind !== 'choice') continue
      expect(field.options, field.name).toEqual(properties[field.name]?.enum)
      for (const option of field.options)
        expect(words, `${field.words}.${option}`).toHaveProperty([`${field.words}.${option}`])
    }
  })
  it('lets nobody write more than is taken', () => {
    const most = (field: FieldSpec) => {
      const property = properties[field.name]
      return property?.maxLength ?? property?.anyOf?.find(({ maxLength }) => maxLength !== undefined)?.maxLength
    }
    for (const field of fields) if (field.kind === 'text') expect(field.most, field.name).toBe(most(field))
  })
  it('keeps numbers within the act’s bounds', () => {
    for (const field of fields) {
      if (field.kind !== 'number') continue
      expect([field.least, field.most]).toEqual([properties[field.name]?.minimum, properties[field.name]?.maximum])
    }
  })
  it('has a label for each field', () => {
    for (const { name } of fields) expect(words[`form.${action}.${name}`] ?? words[`form.${name}`], name).toBeTruthy()
  })
})

describe('keys', () => {
  it('no state allows two acts with the same key', () => {
    const clashes = ticketActions.flatMap((a, at) =>
      ticketActions.slice(at + 1).flatMap((b) => {
        const together = acts[a].from.filter((state) => acts[b].from.includes(state))
        const same = acts[a].roles.some((role) => acts[b].roles.includes(role))
        return actionKeys[a] === actionKeys[b] && together.length > 0 && same ? [`${a} ${b} ${together.join()}`] : []
      }),
    )
    expect(clashes).toEqual([])
  })
  it('leaves the list and navigation keys alone', () => {
    for (const key of Object.values(actionKeys))
      expect(['g', 'j', 'k', 'x', '/', '?', 'enter', 'space']).not.toContain(key)
  })
})
