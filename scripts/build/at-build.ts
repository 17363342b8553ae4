import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/**
 * Modules named `*.at-build.ts` run here, while the console is built: the browser gets the values they export, as plain data, and
 * none of the code they were read from. In development a change behind them is seen after a restart.
 * @public used by vite.config.ts
 */
export const atBuild = (): Plugin => ({
  name: 'at-build',
  enforce: 'pre',
  async load(id) {
    const file = id.replace(/\?.*$/, '')
    if (!file.endsWith('.at-build.ts')) return undefined
    const values: Record<string, unknown> = await import(pathToFileURL(file).href)
    return Object.entries(values)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
      .join('')
  },
})
