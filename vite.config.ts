import './api/platform/require-node.ts'
import tailwind from '@tailwindcss/vite'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompress, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { defineConfig, type Plugin } from 'vite'
import solid from 'vite-plugin-solid'
import { atBuild } from './scripts/build/at-build.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Writes `.br` and `.gz` beside each text file that is built, once, so that the server only has to send them. */
const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  closeBundle: {
    order: 'post',
    handler: async () => {
      const folder = here('dist/console/assets')
      const files = (await readdir(folder)).filter((file) => /\.(?:js|css|svg)$/.test(file))
      await Promise.all(
        files.map(async (file) => {
          const content = await readFile(`${folder}/${file}`)
          await writeFile(`${folder}/${file}.br`, await promisify(brotliCompress)(content))
          await writeFile(`${folder}/${file}.gz`, await promisify(gzip)(content, { level: 9 }))
        }),
      )
    },
  },
})

/** A changed wording loads the page anew: the texts in use were fetched before the page began, so that no module hands them on. */
const reloadWords = (): Plugin => ({
  name: 'reload-words',
  apply: 'serve',
  hotUpdate({ file }) {
    if (!file.startsWith(here('console/i18n/'))) return undefined
    this.environment.hot.send({ type: 'full-reload' })
    return []
  },
})

/** Builds console/ to dist/console, which the server sends at `/`; in development the server answers /api from its own port. */
export const config = defineConfig({
  root: here('console'),
  plugins: [atBuild(), solid(), tailwind(), precompress(), reloadWords()],
  build: {
    outDir: here('dist/console'),
    emptyOutDir: true,
    manifest: true,
    // How long each plugin took is no news to somebody who starts the hotline.
    rolldownOptions: { checks: { bundlerTimings: false } },
    target: ['chrome111', 'safari16.4', 'firefox115'],
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:8311' } },
})
export { config as default }
