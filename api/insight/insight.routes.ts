import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { RatesDto, WallboardDto } from './insight.dto.ts'
import { RatesQuery, type Insight } from './insight.ts'

const tags = ['insight']

/** `/api/rates`: the three rates per unit, with formulas and counts. */
export const ratesRoutes = (insight: Insight) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'rates.read',
      tags,
      summary: 'Contacted, solved, satisfied: per unit of a level',
      responses: ok(RatesDto),
    }),
    check('query', RatesQuery),
    async (c) => c.json(await insight.rates(c.var.actor, c.req.valid('query')), 200),
  )
export type RatesRoutes = ReturnType<typeof ratesRoutes>

/** `/api/wallboard`: the hall's numbers now. */
export const wallboardRoutes = (insight: Insight) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'wallboard.read',
      tags,
      summary: 'Calls, queues, agents, tickets now',
      responses: ok(WallboardDto),
    }),
    async (c) => c.json(await insight.wallboard(c.var.actor), 200),
  )
export type WallboardRoutes = ReturnType<typeof wallboardRoutes>
