import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../start/child.ts'

/** Before every commit, in under a minute: format, lint and types beside each other, then the tests on the embedded engine. */
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const env = { ...process.env, TZ: 'UTC', TEST_ENGINES: 'sqlite' }

const run = (name: string, args: string[]) =>
  new Promise<number>((resolve) => {
    spawn(bin(name), args, { cwd: root, stdio: 'inherit', env }).once('exit', (code) => resolve(code ?? 1))
  })

const statuses = [
  ...(await Promise.all([run('oxfmt', ['--check']), run('oxlint', []), run('tsc', ['-p', '.'])])),
  await run('vitest', ['run', '--reporter=agent']),
]
process.exit(Math.max(...statuses))
