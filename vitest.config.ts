import './api/platform/require-node.ts'
import { defineConfig } from 'vitest/config'

export const config = defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Half of a run would be reading the same modules again for each file; no test leaves anything behind in them.
    isolate: false,
    globalSetup: ['test/support/folder.setup.ts', 'test/support/postgres.setup.ts'],
  },
})
export { config as default }
