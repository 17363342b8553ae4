import tailwind from '@tailwindcss/vite'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Builds console/ to dist/console, which the server sends at `/`; in development the server answers /api from its own port. */
export const config = defineConfig({
  root: here('console'),
  plugins: [solid(), tailwind()],
  build: { outDir: here('dist/console'), emptyOutDir: true, manifest: true, target: ['chrome111', 'safari16.4', 'firefox115'] },
  server: { port: 5173, strictPort: true, proxy: { '/api': 'http://127.0.0.1:8311', '/healthz': 'http://127.0.0.1:8311' } },
})
export { config as default }
