import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../../platform/http.ts'
import { pageDto, pageQuery } from '../../platform/page.ts'
import { maskPhone } from '../../platform/phone.rules.ts'
import { idText } from '../../platform/words.ts'
import type { Strays } from './strays.ts'

const StrayDto = z
  .object({
    id: z.string(),
    /** The sender, masked. */
    from: z.string(),
    /** The number it came to, as the carrier writes it. */
    to: z.string(),
    body: z.string(),
    pictures: z.number(),
    receivedAt: z.string(),
    /** Whether the number is a line by now, so that the text can be taken in. */
    isLine: z.boolean(),
  })
  .meta({ id: 'StrayText' })
const StrayParam = z.object({ id: idText.describe('Id of the kept text') })
const StrayQuery = z.strictObject({
  ...pageQuery(50, 200),
})
const Settled = z.object({ id: z.string() }).meta({ id: 'SettledStray' })
const tags = ['operations']

/** `/api/stray-texts`: texts to numbers that are no line, for administrators. */
export const straysRoutes = (strays: Strays) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'strayTexts.list',
        tags,
        summary: 'Texts to numbers that are no line, newest first',
        responses: ok(pageDto(StrayDto)),
      }),
      check('query', StrayQuery),
      async (c) => {
        const { items, next } = await strays.list(c.var.actor, c.req.valid('query'))
        const shown = items.map(({ row, isLine }) => ({
          id: row.id,
          from: maskPhone(row.fromNumber),
          to: row.toNumber,
          body: row.body,
          pictures: row.delivery.media.length,
          receivedAt: row.receivedAt.toISOString(),
          isLine,
        }))
        return c.json({ items: shown, next }, 200)
      },
    )
    .post(
      '/:id/take',
      describeRoute({
        operationId: 'strayTexts.take',
        tags,
        summary: 'Takes a kept text in, once its number is a line',
        responses: ok(Settled, 'message.not-found', 'carrier.unknown-number'),
      }),
      check('param', StrayParam),
      async (c) => {
        const { id } = c.req.valid('param')
        await strays.take(c.var.actor, id)
        return c.json({ id }, 200)
      },
    )
    .delete(
      '/:id',
      describeRoute({
        operationId: 'strayTexts.dismiss',
        tags,
        summary: 'Throws a kept text away',
        responses: ok(Settled, 'message.not-found'),
      }),
      check('param', StrayParam),
      async (c) => {
        const { id } = c.req.valid('param')
        await strays.dismiss(c.var.actor, id)
        return c.json({ id }, 200)
      },
    )
export type StraysRoutes = ReturnType<typeof straysRoutes>
