import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actList, acts } from '../../../../api/tickets/life/acts/acts.ts'
import { ticketActions } from '../../../../api/vocabulary/ticket.ts'
import { machineRow } from '../../../../api/tickets/life/machine.view.ts'

const Property = z.looseObject({
  enum: z.array(z.string()).optional(),
  anyOf: z.array(z.looseObject({ maxLength: z.number().optional(), type: z.string().optional() })).optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})
const Input = z.looseObject({
  properties: z.record(z.string(), Property).default({}),
  required: z.array(z.string()).default([]),
})

describe.each(actList)('the input of $action', (act) => {
  const { properties, required } = Input.parse(machineRow(act).input)
  const fields = Object.entries(act.fields)

  it('takes exactly the fields of its form, and demands those that are required', () => {
    expect(Object.keys(properties)).toEqual(fields.map(([name]) => name))
    expect(required).toEqual(fields.flatMap(([name, field]) => ('required' in field ? [name] : [])))
  })
  it('has their bounds and choices, and null where something may be taken away', () => {
    for (const [name, field] of fields) {
      const property = properties[name]
      const clearable = 'clearable' in field
      expect(property?.anyOf?.some(({ type }) => type === 'null') ?? false, name).toBe(clearable)
      if (field.kind === 'text') expect((clearable ? property?.anyOf?.[0] : property)?.maxLength, name).toBe(field.most)
      if (field.kind === 'choice') expect(property?.enum, name).toEqual(field.options)
      if (field.kind === 'number') expect([property?.minimum, property?.maximum]).toEqual([field.least, field.most])
    }
  })
  it('starts a choice with one of its own options', () => {
    for (const [name, field] of fields)
      if (field.kind === 'choice' && 'fallback' in field) expect(field.options, name).toContain(field.fallback)
  })
  it('takes nothing beside them', () => {
    expect(act.input.safeParse({ unknown: true }).error?.issues.map(({ code }) => code)).toContain('unrecognized_keys')
  })
})

describe('the list of acts', () => {
  it('names each act once', () => {
    expect(new Set(ticketActions).size).toBe(actList.length)
    for (const act of actList) expect(acts[act.action]).toBe(act)
  })
})

describe('keys', () => {
  it('no state allows two acts with the same key', () => {
    const clashes = actList.flatMap((a, at) =>
      actList.slice(at + 1).flatMap((b) => {
        const together = a.from.filter((state) => b.from.includes(state))
        const same = a.roles.some((role) => b.roles.includes(role))
        return a.key === b.key && together.length > 0 && same ? [`${a.action} ${b.action} ${together.join()}`] : []
      }),
    )
    expect(clashes).toEqual([])
  })
  it('leaves the list and navigation keys alone', () => {
    for (const { key } of actList) expect(['g', 'j', 'k', 'x', '/', '?', 'enter', 'space']).not.toContain(key)
  })
})
