import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../scripts/start/child.ts'

const read = (file: string) => readFileSync(join(root, file), 'utf8')

it('lists in its table every setting that is read, and no other', () => {
  const [, schema = ''] = /^const Env = z\.object\(\{\n(.*?)^\}\)$/ms.exec(read('api/platform/config.ts')) ?? []
  const names = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name = '']) => name)
  const described = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split(' | ')[0]?.match(/[A-Z][A-Z0-9_]+/g) ?? [])
  // The text above the table tells of production; the first start, not the server, reads the administrator's password.
  const elsewhere = ['NODE_ENV']
  const first = ['ADMIN_PASSWORD']
  expect(names.length).toBeGreaterThan(20)
  const wanted = [...names.filter((name) => !elsewhere.includes(name)), ...first]
  expect(described.toSorted()).toEqual(wanted.toSorted())
})
