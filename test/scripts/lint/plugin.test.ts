import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../scripts/start/child.ts'

/** Each wrong file trips its rule, and only at the marked line. */
const wrong: Record<string, Record<string, string>> = {
  'drizzle-in-stores': {
    'api/tickets/list.ts': "import { eq } from 'drizzle-orm' // wrong\nexport { eq }",
    'api/tickets/open.ts': "import Database from 'better-sqlite3' // wrong\nexport { Database }",
  },
  'one-engine-sql': {
    'api/tickets/like.store.ts': "import { like } from 'drizzle-orm' // wrong\nexport { like }",
    'api/tickets/lock.store.ts': "export const lock = (tx) =>\n  tx.q.select().for('update') // wrong",
    'api/tickets/run.store.ts': 'export const run = (tx, statement) =>\n  tx.q.execute(statement) // wrong',
  },
  'env-at-the-edge': {
    'api/tickets/env.ts': 'export const port = process.env.PORT // wrong',
    'console/app/env.ts': "export const port = process.env['PORT'] // wrong",
  },
  'console-imports-types': {
    'console/tickets/value.ts': "import { act } from '../../api/tickets/act.ts' // wrong\nexport const go = act",
    'console/tickets/again.ts': "export { act } from '../../api/tickets/act.ts' // wrong",
    'console/tickets/whole.ts': "export * from '../../api/tickets/act.ts' // wrong",
    'console/tickets/later.ts': "export const later = () => import('../../api/tickets/act.ts') // wrong",
    'console/tickets/table.ts': "import { columns } from '../../db/ticket.types.ts' // wrong\nexport { columns }",
    'console/tickets/mixed.ts':
      "import { act, type Act } from '../../api/tickets/act.ts' // wrong\nexport const go: Act = act",
  },
}

/** Files that come near and are right. */
const right: Record<string, string> = {
  'api/tickets/list.store.ts': "import { eq } from 'drizzle-orm'\nexport { eq }",
  'api/tickets/column.ts': "import type { Column } from 'drizzle-orm'\nexport type C = Column",
  'api/tickets/map.store.ts': 'export const run = (query) => query.returning().execute()',
  'api/main.ts': 'export const port = process.env.PORT',
  'console/tickets/types.ts':
    "import type { Act } from '../../api/tickets/act.ts'\nexport type { Ticket } from '../../api/tickets/tickets.ts'\nexport type A = Act",
  'console/tickets/one-by-one.ts': "import { type Act } from '../../api/tickets/act.ts'\nexport type A = Act",
  'console/tickets/rules.ts':
    "import { isLate } from '../../api/tickets/late.rules.ts'\nexport { states } from '../../api/tickets/ticket.types.ts'\nexport { isLate }",
  'console/tickets/words.ts': "export * from '../../api/vocabulary/states.ts'",
}

let folder = ''
let found: Set<string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yixian-lint-'))
  const files = { ...right, ...Object.assign({}, ...Object.values(wrong)) } as Record<string, string>
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const rules = Object.fromEntries(Object.keys(wrong).map((rule) => [`yixian/${rule}`, 'error']))
  const config = { jsPlugins: [join(root, 'scripts/lint/plugin.js')], categories: { correctness: 'off' }, rules }
  await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify(config))
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'unix'], {
    cwd: folder,
    encoding: 'utf8',
  })
  found = new Set(
    [...stdout.matchAll(/^(\S+?):(\d+):\d+: .*\byixian\W+([\w-]+)/gm)].map(
      ([, path = '', line, rule]) => `${path.replaceAll('\\', '/').replace(/^\.\//, '')}:${line} ${rule}`,
    ),
  )
})
afterAll(() => rm(folder, { recursive: true }))

const cases = Object.entries(wrong).flatMap(([rule, files]) =>
  Object.entries(files).map(([path, text]) => ({
    rule,
    path,
    line: text.split('\n').findIndex((line) => line.includes('// wrong')) + 1,
  })),
)

describe('the house rules of the linter', () => {
  it.each(cases)('$rule trips over $path', ({ rule, path, line }) => {
    expect([...found]).toContain(`${path}:${line} ${rule}`)
  })

  it('find nothing else', () => {
    expect([...found].toSorted()).toEqual(cases.map(({ rule, path, line }) => `${path}:${line} ${rule}`).toSorted())
  })
})
