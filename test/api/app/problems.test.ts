import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problems } from '../../../api/app.ts'
import { root } from '../../../scripts/start/child.ts'

/** The server's sources without the tables of problems themselves. */
const sources = readdirSync(join(root, 'api'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.errors.ts') && !file.endsWith('problem.ts'))
  .map((file) => readFileSync(join(root, 'api', file), 'utf8'))

describe('problems', () => {
  it.each(Object.entries(problems))(
    '%s is a refusal with words, and somebody refuses so',
    (code, { status, title }) => {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(title).toMatch(/^[A-Z]/)
      expect(sources.some((source) => source.includes(`'${code}'`))).toBe(true)
    },
  )
})
