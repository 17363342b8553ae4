import { pageQuery } from '../platform/page.ts'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { DispatchPlans, PlansBody } from './units/dispatch-plan.dto.ts'
import { LookAlikesDto, TicketCountsDto, TicketDto, TicketPage, TimelinePage } from './ticket.dto.ts'
import { TicketId, UnitId, LongText } from './life/ticket.input.ts'
import { TicketQuery } from './reading/ticket-list.query.ts'
import { isTicketNumber } from './opening/ticket-number.ts'
import { ActBody } from './life/act-bodies.ts'
import { ticketActions } from '../vocabulary/ticket.ts'
import { undoActions } from './undo/undo.rules.ts'
import type { Tickets } from './tickets.ts'

const TicketParam = z.object({ id: TicketId.describe('Id of the ticket') })
const NumberParam = z.object({
  number: z.string().refine(isTicketNumber, 'not a ticket number').describe('Twelve digits, as citizens are told it'),
})
const TimelineQuery = z.strictObject({
  ...pageQuery(100, 200),
})
const ActionBody = z.strictObject({
  action: z.enum(ticketActions),
  version: z.number().int().positive(),
  input: z.record(z.string(), z.unknown()).default({}),
})
const LeavingBody = ActionBody.extend({ action: z.enum(undoActions) }).meta({
  id: 'LeavingBody',
  samples: [{ action: 'dispatch', version: 2 }],
})
const AlikeBody = z
  .strictObject({
    text: LongText,
    matterCode: z.string().max(100).nullable().default(null),
    streetId: UnitId.nullable().default(null),
    districtId: UnitId.nullable().default(null),
    citizenId: z.string().max(60).nullable().default(null),
    exceptId: TicketId.nullable().default(null),
  })
  .meta({ id: 'AlikeBody', samples: [{ text: '滨江路水管爆了' }] })

const TicketSearch = TicketQuery.meta({ id: 'TicketSearchBody', samples: [{ q: '138 0000 1234', view: 'open' }] })

/** What some act or other refuses, besides what every act does: its guards and rules. */
const actRefusals = [
  'ticket.not-found',
  'ticket.conflict',
  'ticket.illegal-transition',
  'ticket.designated',
  'ticket.return-late',
  'ticket.limit-expired',
  'ticket.erased',
  'ticket.already-extended',
  'ticket.unit-leads',
  'ticket.unit-has-part',
  'ticket.unit-no-part',
  'ticket.copy-required',
  'ticket.unit-excluded',
  'ticket.unit-unknown',
  'ticket.unit-unresolved',
  'ticket.matter-unknown',
  'ticket.limit-missing',
  'ticket.sub-limit-late',
  'ticket.area-mismatch',
  'ticket.has-merged',
  'ticket.merge-target',
  'ticket.merge-excluded',
  'ticket.follow-up-missing',
  'ticket.request-pending',
  'ticket.already-confidential',
  'ticket.nothing-pending',
  'attachment.missing',
]

const tags = ['tickets']

/** `/api/tickets`: lists, the ticket, its timeline, and every act. */
export const ticketsRoutes = (tickets: Tickets) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'tickets.list',
        tags,
        summary: 'A page of tickets within the reader’s scope',
        responses: ok(TicketPage, 'ticket.unit-unknown'),
      }),
      check('query', TicketQuery),
      async (c) => c.json(TicketPage.parse(await tickets.read.list(c.var.actor, c.req.valid('query'))), 200),
    )
    .post(
      '/search',
      describeRoute({
        operationId: 'tickets.search',
        tags,
        summary:
          'The same page, asked in the body: for a search by a telephone number, which never stands in an address',
        responses: ok(TicketPage, 'ticket.unit-unknown', 'request.other-cursor'),
      }),
      check('json', TicketQuery, TicketSearch),
      async (c) => c.json(TicketPage.parse(await tickets.read.list(c.var.actor, c.req.valid('json'))), 200),
    )
    .get(
      '/counts',
      describeRoute({
        operationId: 'tickets.counts',
        tags,
        summary: 'Numbers beside the saved views',
        responses: ok(TicketCountsDto),
      }),
      async (c) => c.json(TicketCountsDto.parse(await tickets.read.counts(c.var.actor)), 200),
    )
    .get(
      '/by-number/:number',
      describeRoute({
        operationId: 'tickets.byNumber',
        tags,
        summary: 'One ticket by its spoken number',
        responses: ok(TicketDto, 'ticket.not-found'),
      }),
      check('param', NumberParam),
      async (c) => c.json(await tickets.read.byNumber(c.var.actor, c.req.valid('param').number), 200),
    )
    .post(
      '/alike',
      describeRoute({
        operationId: 'tickets.alike',
        tags,
        summary: 'Tickets that may be about the same thing',
        responses: ok(LookAlikesDto, 'ticket.matter-unknown', 'ticket.unit-unknown', 'ticket.area-mismatch'),
      }),
      check('json', AlikeBody),
      async (c) => c.json({ items: await tickets.read.alike(c.var.actor, c.req.valid('json')) }, 200),
    )
    .post(
      '/plans',
      describeRoute({
        operationId: 'tickets.plans',
        tags,
        summary: 'What dispatching would do now: units, limit, due time; nothing is written',
        description:
          '`doubts` says why a person should confirm twice before it is sent. That is for whoever shows the plan to somebody: it guards against a slip of the hand, so that no act asks for it; what was sent may be taken back for a moment (`tickets.leave`).',
        responses: ok(
          DispatchPlans,
          'ticket.not-found',
          'ticket.matter-unknown',
          'ticket.unit-unknown',
          'ticket.area-mismatch',
          'ticket.unit-unresolved',
          'ticket.unit-excluded',
          'ticket.limit-missing',
        ),
      }),
      check('json', PlansBody),
      async (c) => {
        const { actor } = c.var
        return c.json(
          { items: await Promise.all(c.req.valid('json').items.map((asked) => tickets.read.plan(actor, asked))) },
          200,
        )
      },
    )
    .get(
      '/:id',
      describeRoute({
        operationId: 'tickets.read',
        tags,
        summary: 'One ticket with everything on it and the acts allowed now',
        responses: ok(TicketDto, 'ticket.not-found'),
      }),
      check('param', TicketParam),
      async (c) => c.json(await tickets.read.ticket(c.var.actor, c.req.valid('param').id), 200),
    )
    .get(
      '/:id/alike',
      describeRoute({
        operationId: 'tickets.alikeTo',
        tags,
        summary: 'What a ticket might be merged with',
        description:
          'The likest first: open tickets and lately ended ones whose words are alike, and what the same citizen or somebody at the same place has open. Empty for a ticket that has ended, and for units.',
        responses: ok(LookAlikesDto, 'ticket.not-found'),
      }),
      check('param', TicketParam),
      async (c) => c.json({ items: await tickets.read.alikeTo(c.var.actor, c.req.valid('param').id) }, 200),
    )
    .get(
      '/:id/timeline',
      describeRoute({
        operationId: 'tickets.timeline',
        tags,
        summary: 'What happened to a ticket, oldest first',
        responses: ok(TimelinePage, 'ticket.not-found'),
      }),
      check('param', TicketParam),
      check('query', TimelineQuery),
      async (c) =>
        c.json(
          TimelinePage.parse(await tickets.read.timeline(c.var.actor, c.req.valid('param').id, c.req.valid('query'))),
          200,
        ),
    )
    .post(
      '/:id/leaving',
      describeRoute({
        operationId: 'tickets.leave',
        tags,
        summary: 'Sends a ticket to units in a moment, until which it may be taken back',
        description:
          'For `dispatch`, `redispatch` and `designate`, as they are sent to `/actions`. Nobody is told and no limit starts before `leaving.leavesAt`. A danger, or what is critical, leaves at once: `leaving` is then null and the ticket has been sent.',
        responses: ok(TicketDto, ...actRefusals, 'ticket.leaving'),
      }),
      check('param', TicketParam),
      check('json', LeavingBody),
      async (c) => {
        const after = await tickets.undo.leave(c.var.actor, {
          ticketId: c.req.valid('param').id,
          ...c.req.valid('json'),
        })
        return c.json(await tickets.read.dto(c.var.actor, after), 200)
      },
    )
    .delete(
      '/:id/leaving',
      describeRoute({
        operationId: 'tickets.takeBack',
        tags,
        summary: 'Takes back what has not left yet',
        responses: ok(TicketDto, ...actRefusals, 'ticket.left'),
      }),
      check('param', TicketParam),
      async (c) => {
        const after = await tickets.undo.takeBack(c.var.actor, c.req.valid('param').id)
        return c.json(await tickets.read.dto(c.var.actor, after), 200)
      },
    )
    .post(
      '/:id/actions',
      describeRoute({
        operationId: 'tickets.act',
        tags,
        summary: 'An act on a ticket, as it was seen',
        description:
          'Which acts this account may make now stands in the `actions` of the ticket; the whole table is at `/machine`.',
        responses: ok(TicketDto, ...actRefusals),
      }),
      check('param', TicketParam),
      check('json', ActionBody, ActBody),
      async (c) => {
        const { actor } = c.var
        const { action, version, input } = c.req.valid('json')
        const asked = { ticketId: c.req.valid('param').id, action, version, input }
        const answer = await tickets.act.actAndAnswer(actor, asked, (tx, after) => tickets.read.dto(actor, after, tx))
        return c.json(answer, 200)
      },
    )
export type TicketsRoutes = ReturnType<typeof ticketsRoutes>
