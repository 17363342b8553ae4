import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../start/child.ts'

/** Before every commit, in about a minute: format, lint with the types (read once for both), how the house is built, then the tests on the embedded engine. */
const env = { ...process.env, TZ: 'UTC', TEST_ENGINES: 'sqlite' }

const start = (command: string, args: string[]) =>
  new Promise<number>((resolve) => {
    spawn(command, args, { cwd: root, stdio: 'inherit', env }).once('exit', (code) => resolve(code ?? 1))
  })
const run = (name: string, args: string[]) => start(join(root, 'node_modules', '.bin', name), args)

/** What starts whole processes is left to `npm test`. */
const slow = [
  'test/api/main.test.ts',
  'test/scripts/start/first-start.test.ts',
  'test/scripts/start/wrong-node.test.ts',
]

const structure = join(root, 'scripts', 'check', 'check.ts')

const statuses = [
  ...(await Promise.all([
    run('oxfmt', ['--check']),
    run('oxlint', ['--type-check']),
    start(process.execPath, [structure]),
  ])),
  await run('vitest', ['run', '--reporter=agent', ...slow.flatMap((file) => ['--exclude', file])]),
]
process.exit(Math.max(...statuses))
