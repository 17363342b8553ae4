import './api/platform/require-node.ts'
import { defineConfig } from 'vitest/config'

export const config = defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Two files at once would wait for the same core to read the same modules again; no test leaves anything behind in them.
    isolate: false,
    globalSetup: ['test/support/folder.setup.ts', 'test/support/postgres.setup.ts', 'test/support/city.setup.ts'],
  },
})
export { config as default }
