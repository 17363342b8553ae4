import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ApiEnv } from '../http.ts'

/** Where the built console lies. */
export const consoleFolder = fileURLToPath(new URL('../../../dist/console', import.meta.url))

/** Whether there is a console to serve. */
export const consoleIsBuilt = () => existsSync(join(consoleFolder, 'index.html'))

/** Serves the built console: hashed assets for a year, the page itself fresh each time, every unknown page address as the page. */
export const consoleFiles = (folder: string) => {
  const app = new Hono<ApiEnv>()
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use('*', serveStatic({ root: folder, onFound: (_path, c) => c.header('cache-control', 'no-cache') }))
  app.get('*', (c, next) => {
    const wantsPage = c.req.header('accept')?.includes('text/html') ?? false
    const page = join(folder, 'index.html')
    if (!wantsPage || /^\/(api|twilio|assets)\//.test(c.req.path) || !existsSync(page)) return next()
    c.header('cache-control', 'no-cache')
    return Promise.resolve(c.html(readFileSync(page, 'utf8')))
  })
  return app
}
