import './api/platform/require-node.ts'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'
import { atBuild } from './scripts/build/at-build.ts'

/** What ships its components as source: it must be compiled as ours are. */
const components = [/@kobalte/, /@corvu/, /solid-presence/, /solid-prevent-scroll/, /lucide-solid/, /@solidjs/]

/** What starts whole processes, and more random lives than tell of a fault in what was just written: `npm run verify` leaves it to `npm test`. */
const processes =
  process.env['TEST_PROCESSES'] === '0'
    ? [
        'test/api/main.test.ts',
        'test/api/tickets/lives/random-lives-[2-9].test.ts',
        'test/api/three-servers.test.ts',
        'test/scripts/start/first-start.test.ts',
        'test/scripts/start/npm-start.test.ts',
        'test/scripts/start/wrong-node.test.ts',
      ]
    : []

/** `npm run lives -- LIVES SEED`: so many random lives in place of the few of every run. */
const lives = process.env['LIVES']
const seed = Number(process.env['LIVES_SEED'] ?? 1)

export const config = defineConfig({
  test: {
    env: { TZ: 'UTC', TEST_HASH_COST: '64' },
    provide: { lives: lives === undefined ? null : { lives: Number(lives), seed } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Half of a run would be reading the same modules again for each file; no test leaves anything behind in them.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'program',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', ...processes],
          globalSetup: ['test/support/folder.setup.ts', 'test/support/postgres.setup.ts'],
        },
      },
      {
        extends: true,
        plugins: [atBuild(), solid({ hot: false })],
        test: {
          name: 'components',
          include: ['test/console/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['test/support/screen.setup.ts'],
          server: { deps: { inline: components } },
        },
      },
    ],
  },
})
export { config as default }
