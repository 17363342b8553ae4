import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const files: Record<string, { name: string; type: string }> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/handset.css': { name: 'handset.css', type: 'text/css; charset=utf-8' },
  '/handset.js': { name: 'handset.js', type: 'text/javascript; charset=utf-8' },
  '/words.js': { name: 'words.js', type: 'text/javascript; charset=utf-8' },
}

const policy = "default-src 'self'; img-src 'self' data: blob: https: http:; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The virtual handset page; plain files, read at each request so that edits show at once. */
export const createHandset = (): Hono => {
  const app = new Hono()
  for (const [path, file] of Object.entries(files))
    app.get(path, async () => {
      const bytes = await readFile(new URL(file.name, import.meta.url))
      return new Response(new Uint8Array(bytes), {
        headers: { 'content-type': file.type, 'content-security-policy': policy, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' },
      })
    })
  return app
}
