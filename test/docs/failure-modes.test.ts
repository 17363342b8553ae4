import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problems } from '../../api/app.ts'
import { problems as words } from '../../console/i18n/en/problems.ts'
import { root } from '../../scripts/start/child.ts'

/** One row a code: `| code | status | what happened | what a person is told | what an operator looks at |`. */
const rows = readFileSync(join(root, 'docs/failure-modes.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.slice(2, -2).split(' | '))
  .map(([code = '', status = '', happened = '', told = '', look = '']) => ({
    code: code.replaceAll('`', ''),
    status: Number(status),
    happened,
    told,
    look,
  }))

const texts = new Map<string, string>(Object.entries(words))

describe('docs/failure-modes.md', () => {
  it('has one row for every problem code, and none besides', () => {
    expect(rows.map(({ code }) => code).toSorted()).toEqual(Object.keys(problems).toSorted())
  })
  it.each(rows)('says of $code what the API and the console say', ({ code, status, happened, told, look }) => {
    expect(status).toBe(new Map<string, { status: number }>(Object.entries(problems)).get(code)?.status)
    const next = texts.get(`problem.${code}.next`)
    expect(told).toBe(`${texts.get(`problem.${code}`)}.${next === undefined ? '' : ` ${next}`}`)
    for (const cell of [happened, look]) expect(cell.length, 'says something').toBeGreaterThan(6)
  })
})
