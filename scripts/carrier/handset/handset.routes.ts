import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const scripts = ['handset', 'words', 'dom', 'store', 'call-view', 'text-view', 'office-view', 'fault-view']
const types: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }
const names = ['index.html', 'handset.css', 'office.css', ...scripts.map((script) => `${script}.js`)]

const policy =
  "default-src 'self'; img-src 'self' data: blob:; base-uri 'none'; frame-ancestors 'none'; form-action 'none'"

/** The virtual handset page; plain files, read at each request so that edits show at once. */
export const createHandset = (): Hono => {
  const app = new Hono()
  for (const name of names)
    app.get(name === 'index.html' ? '/' : `/handset/${name}`, async () => {
      const bytes = await readFile(new URL(name, import.meta.url))
      const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain'
      return new Response(new Uint8Array(bytes), {
        headers: {
          'content-type': `${type}; charset=utf-8`,
          'content-security-policy': policy,
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
        },
      })
    })
  app.get('/favicon.ico', (context) => context.body(null, 204))
  return app
}
