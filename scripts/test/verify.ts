import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../start/child.ts'

/** Before every commit: lint, types and the fast tests. */
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const steps: [string, string[]][] = [
  ['oxlint', []],
  ['tsc', ['-p', '.']],
  ['vitest', ['run', '--reporter=dot']],
]
for (const [name, args] of steps) {
  const { status } = spawnSync(bin(name), args, { cwd: root, stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } })
  if (status !== 0) process.exit(status ?? 1)
}
