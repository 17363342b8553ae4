import './api/platform/require-node.ts'
import { defineConfig } from 'vitest/config'

export const config = defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    fileParallelism: false,
    globalSetup: ['test/support/folder.setup.ts', 'test/support/postgres.setup.ts'],
  },
})
export { config as default }
