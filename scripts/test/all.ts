import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildConsole } from '../build/console.ts'
import { root } from '../start/child.ts'
import { findBrowser } from './browser.ts'

const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const start = performance.now()

/** Runs one step and ends the whole run at its first failure. */
const step = (title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
  process.stdout.write(`\n── ${title}\n`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TZ: 'UTC', ...env },
  })
  if (status !== 0) {
    process.stderr.write(`${title}: failed\n`)
    process.exit(status ?? 1)
  }
}

step('format', bin('oxfmt'), ['--check'])
step('lint and types', bin('oxlint'), ['--type-check'])
step('rooms, stores, tables, audits', process.execPath, [join(root, 'scripts', 'check', 'check.ts')])
// Once without the tests, for what a test alone uses; once with them, for what not even a test uses.
step('unused exports', bin('knip'), ['--production', '--no-progress'])
step('unused exports of tests', bin('knip'), ['--no-progress', '--no-config-hints'])
step('unit, HTTP and component tests, on both engines', bin('vitest'), ['run'])
const browser = await findBrowser()
if (!browser) process.exit(1)
process.stdout.write('\n── console\n')
await buildConsole()
step('browser tests', bin('vitest'), ['run', '--config', 'vitest.e2e.config.ts'], { CHROMIUM_PATH: browser })
process.stdout.write(`\nAll passed in ${Math.round((performance.now() - start) / 1000)} s.\n`)
