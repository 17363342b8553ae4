import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { pageQuery, pageDto } from '../platform/page.ts'
import { CitizenChange } from './change-citizen.ts'
import { CitizenDto, CitizenTicketDto, toCitizenDto, toCitizenTicketDto, type Names } from './citizens.dto.ts'
import type { Citizens } from './citizens.ts'
import { Meet } from './meet-citizen.ts'
import { Reveal } from './reveal-phone.ts'
import { idText, words } from '../platform/words.ts'

const CitizenParam = z.object({ id: idText.describe('Id of the citizen') })
const LookUp = z
  .strictObject({ phone: words(40, 3) })
  .meta({ id: 'CitizenSearchBody', samples: [{ phone: '138 0000 1234' }] })
const PageQuery = z.strictObject({
  ...pageQuery(20, 100),
})
const RevealedDto = z.object({ phone: z.string() }).meta({ id: 'RevealedPhone' })

/** `/api/citizens`: who is calling, and their tickets; numbers are masked. */
export const citizensRoutes = (citizens: Citizens, names: Names) =>
  new Hono<ApiEnv>()
    .post(
      '/search',
      describeRoute({
        operationId: 'citizens.search',
        tags: ['citizens'],
        summary: 'The citizen of exactly this number',
        responses: ok(z.object({ items: z.array(CitizenDto) }), 'citizen.phone-invalid'),
      }),
      check('json', LookUp),
      async (c) => {
        const found = await citizens.lookUp(c.var.actor, c.req.valid('json').phone)
        return c.json({ items: found ? [toCitizenDto(found)] : [] }, 200)
      },
    )
    .post(
      '/',
      describeRoute({
        operationId: 'citizens.meet',
        tags: ['citizens'],
        summary: 'The citizen of a number, made when new',
        responses: ok(CitizenDto, 'citizen.phone-invalid'),
      }),
      check('json', Meet),
      async (c) => {
        const { id } = await citizens.meet(c.var.actor, c.req.valid('json'))
        return c.json(toCitizenDto(await citizens.read(c.var.actor, id)), 200)
      },
    )
    .get(
      '/:id',
      describeRoute({
        operationId: 'citizens.read',
        tags: ['citizens'],
        summary: 'One citizen',
        responses: ok(CitizenDto, 'citizen.not-found'),
      }),
      check('param', CitizenParam),
      async (c) => c.json(toCitizenDto(await citizens.read(c.var.actor, c.req.valid('param').id)), 200),
    )
    .get(
      '/:id/tickets',
      describeRoute({
        operationId: 'citizens.tickets',
        tags: ['citizens'],
        summary: 'A citizen’s tickets, newest first',
        responses: ok(pageDto(CitizenTicketDto), 'citizen.not-found'),
      }),
      check('param', CitizenParam),
      check('query', PageQuery),
      async (c) => {
        const page = await citizens.tickets(c.var.actor, { ...c.req.valid('param'), ...c.req.valid('query') })
        return c.json({ items: page.items.map((row) => toCitizenTicketDto(names, row)), next: page.next }, 200)
      },
    )
    .patch(
      '/:id',
      describeRoute({
        operationId: 'citizens.change',
        tags: ['citizens'],
        summary: 'Change name, note or language',
        responses: ok(CitizenDto, 'citizen.not-found'),
      }),
      check('param', CitizenParam),
      check('json', CitizenChange),
      async (c) => {
        const { id } = c.req.valid('param')
        await citizens.change(c.var.actor, id, c.req.valid('json'))
        return c.json(toCitizenDto(await citizens.read(c.var.actor, id)), 200)
      },
    )
    .post(
      '/:id/reveal',
      describeRoute({
        operationId: 'citizens.reveal',
        tags: ['citizens'],
        summary: 'The full number; written down with the reason',
        responses: ok(RevealedDto, 'citizen.not-found', 'citizen.number-withheld'),
      }),
      check('param', CitizenParam),
      check('json', Reveal),
      async (c) =>
        c.json(
          RevealedDto.parse(await citizens.reveal(c.var.actor, c.req.valid('param').id, c.req.valid('json'))),
          200,
        ),
    )
export type CitizensRoutes = ReturnType<typeof citizensRoutes>
