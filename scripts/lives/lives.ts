import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * `npm run lives -- 5000 1`: so many random lives of tickets, each from a seed of its own, counted up from the second figure. A fault names the seed
 * of its life: `npm run lives -- 1 SEED` lives it again. `TEST_ENGINES=sqlite` before it asks the embedded engine only.
 */
const [lives = '1000', seed = '1'] = process.argv.slice(2)
if (![lives, seed].every((text) => /^\d{1,9}$/.test(text)) || Number(lives) === 0) {
  process.stderr.write('npm run lives -- LIVES SEED: two whole numbers, for example npm run lives -- 5000 1\n')
  process.exit(1)
}
const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const child = spawn(process.execPath, [vitest, 'run', 'test/api/tickets/lives/random-lives-1.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LIVES: lives, LIVES_SEED: seed },
})
child.on('exit', (code) => process.exit(code ?? 1))
