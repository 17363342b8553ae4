import { defineConfig } from 'vitest/config'

export const config = defineConfig({
  test: {
    env: { TZ: 'UTC' },
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    globalSetup: ['test/support/postgres.setup.ts'],
  },
})
export { config as default }
