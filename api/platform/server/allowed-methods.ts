import type { Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import type { ApiEnv } from '../http.ts'

/** What the program's own routes take at an address, as `Allow` lists it; empty for an address that no route has. */
export const allowedMethods = (app: Hono<ApiEnv>) => {
  let known: TrieRouter<string> | null = null
  const read = () => {
    const router = new TrieRouter<string>()
    for (const { method, path } of app.routes) {
      // Guards and the console's page stand at every address.
      if (method === 'ALL' || path.includes('*')) continue
      router.add('ALL', path, method)
      if (method === 'GET') router.add('ALL', path, 'HEAD')
    }
    return router
  }
  return (path: string): string[] => {
    // Routes are mounted after the frame is made, and before the first request.
    known ??= read()
    return [...new Set(known.match('ALL', path)[0].map(([method]) => method))].toSorted()
  }
}
