import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { words } from '../platform/words.ts'
import { lookUp, type LookupDeps } from './look-up.ts'
import { LookupDto } from './lookup.dto.ts'

const LookupBody = z.strictObject({ q: words(200) }).meta({ id: 'LookupBody', samples: [{ q: 'shuiwuju' }] })

/** `/api/search`: everything one can open, by what was typed. */
export const lookupRoutes = (deps: LookupDeps) =>
  new Hono<ApiEnv>().post(
    '/',
    describeRoute({
      operationId: 'search.all',
      tags: ['search'],
      summary:
        'Tickets, citizens, units, staff and articles by words, number or pinyin; in the body, for a telephone number never stands in an address',
      responses: ok(LookupDto),
    }),
    check('json', LookupBody),
    async (c) => c.json(await lookUp(deps)(c.var.actor, c.req.valid('json').q), 200),
  )
export type LookupRoutes = ReturnType<typeof lookupRoutes>
