import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Histogram } from 'prom-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '../../scripts/start/child.ts'
import { openStates } from '../../api/vocabulary/ticket.ts'
import { problems } from '../../api/app.ts'
import { processMetrics } from '../../api/platform/figures/metrics.ts'
import { createTestApp } from '../support/app.ts'

const file = join(root, 'docs/samples/alerts.yml')
const Rule = z.strictObject({
  alert: z.string().regex(/^[A-Z]\w+$/),
  expr: z.string().min(1),
  for: z
    .string()
    .regex(/^\d+[smh]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
  annotations: z.strictObject({ summary: z.string().min(10), description: z.string().min(10) }),
})
const rules = z
  .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(Rule) })) })
  .parse(parse(readFileSync(file, 'utf8')))
  .groups.flatMap((group) => group.rules)

/** Metrics of an expression with the labels they are asked by: names before a brace, a bracket, a comparison or an end. */
const asked = (expr: string) =>
  [...expr.matchAll(/\b((?:yixian|nodejs|process)_\w+)(?:\{([^}]*)\})?/g)].map(([, name = '', labels = '']) => ({
    name,
    labels: [...labels.matchAll(/(\w+)=~?"([^"]*)"/g)].map(([, label = '', value = '']) => ({
      label,
      values: value.split('|'),
    })),
  }))

describe('docs/samples/alerts.yml', () => {
  /** Each metric as the program shows it, with the labels it may have. */
  const known = new Map<string, readonly string[]>()
  beforeAll(async () => {
    const app = await createTestApp('sqlite')
    const { registry } = app.services.metrics
    for (const metric of [...registry.getMetricsAsArray(), ...processMetrics().getMetricsAsArray()]) {
      const labels = z.array(z.string()).parse(Reflect.get(metric, 'labelNames') ?? [])
      known.set(metric.name, labels)
      if (metric instanceof Histogram)
        for (const part of ['bucket', 'count', 'sum']) known.set(`${metric.name}_${part}`, labels)
    }
    await app.close()
  })

  it('has rules with names of their own', () => {
    expect(rules.length).toBeGreaterThan(10)
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  })

  it.each(rules)('$alert asks for figures that the program has', ({ expr, annotations }) => {
    for (const { name, labels } of asked(expr)) {
      expect([...known.keys()]).toContain(name)
      for (const { label, values } of labels) {
        expect([name, known.get(name)]).toEqual([name, expect.arrayContaining([label])])
        if (label === 'code' && name === 'yixian_refusals_total')
          expect(Object.keys(problems)).toEqual(expect.arrayContaining(values))
        if (label === 'state') expect([...openStates]).toEqual(expect.arrayContaining(values))
      }
    }
    const grouped = [...`${annotations.summary} ${annotations.description}`.matchAll(/\$labels\.(\w+)/g)].map(
      ([, label = '']) => label,
    )
    const by =
      /\bby \(([^)]*)\)/.exec(expr)?.[1]?.split(', ') ?? asked(expr).flatMap(({ name }) => known.get(name) ?? [])
    expect(by).toEqual(expect.arrayContaining(grouped))
  })

  it('is what Prometheus takes, where its checker is there', ({ skip }) => {
    const checked = spawnSync('promtool', ['check', 'rules', file], { encoding: 'utf8' })
    skip(checked.error !== undefined, 'promtool is not on this machine')
    expect([checked.status, checked.stdout + checked.stderr]).toEqual([0, expect.any(String)])
  })
})
