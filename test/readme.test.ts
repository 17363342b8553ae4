import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { settings } from '../api/platform/settings.mjs'
import { root } from '../scripts/start/child.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

it('lists in its table every setting that is read, and no other', () => {
  const names = Object.keys(settings)
  const described = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split(' | ')[0]?.match(/[A-Z][A-Z0-9_]+/g) ?? [])
  // The text above the table tells of production.
  const elsewhere = ['NODE_ENV']
  expect(names.length).toBeGreaterThan(20)
  const wanted = names.filter((name) => !elsewhere.includes(name))
  expect(described.toSorted()).toEqual(wanted.toSorted())
})
