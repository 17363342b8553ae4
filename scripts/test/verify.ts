import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../start/child.ts'

/** Before every commit, in about a minute: format, lint with the types (read once for both), how the house is built, what nobody uses, then the tests on the embedded engine. What starts whole processes is left to `npm test`. */
const env = {
  ...process.env,
  TZ: 'UTC',
  TEST_ENGINES: 'sqlite',
  TEST_PROCESSES: '0',
  LIVES: '60',
  LIVES_SEED: '20260301',
}

const start = (command: string, args: string[]) =>
  new Promise<number>((resolve) => {
    spawn(command, args, { cwd: root, stdio: 'inherit', env }).once('exit', (code) => resolve(code ?? 1))
  })
const run = (name: string, args: string[]) => start(join(root, 'node_modules', '.bin', name), args)

const structure = join(root, 'scripts', 'check', 'check.ts')

// All at once: what waits for the disk leaves its processor to the others.
const statuses = await Promise.all([
  run('oxfmt', ['--check']),
  run('oxlint', ['--type-check']),
  start(process.execPath, [structure]),
  run('knip', ['--production', '--no-progress']),
  run('vitest', ['run', '--reporter=agent']),
])
process.exit(Math.max(...statuses))
