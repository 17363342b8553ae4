import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { idPattern } from '../platform/ids.ts'
import { CheckInput } from './calls/check-result.ts'
import { AttemptInput } from './calls/record-attempt.ts'
import { CallInput } from './calls/record-call.ts'
import { ClaimInput } from './claim-follow-up.ts'
import { DecisionInput } from './decide-follow-up.ts'
import { FollowUpCountsDto, FollowUpDto, FollowUpPage } from './followup.dto.ts'
import type { FollowUps } from './followup.ts'
import { FollowUpQuery } from './read-follow-ups.ts'

const Param = z.object({ id: z.string().regex(idPattern('followUp')).describe('Id of the follow-up') })
const tags = ['followUps']

/** `/api/follow-ups`: the call list, what citizens answered on the phone, and what a supervisor decides. */
export const followUpsRoutes = (followUps: FollowUps) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'followUps.list',
        tags,
        summary: 'A page of follow-ups',
        responses: ok(FollowUpPage),
      }),
      check('query', FollowUpQuery),
      async (c) => c.json(FollowUpPage.parse(await followUps.list(c.var.actor, c.req.valid('query'))), 200),
    )
    .get(
      '/counts',
      describeRoute({
        operationId: 'followUps.counts',
        tags,
        summary: 'Numbers beside the views of the follow-up desk',
        responses: ok(FollowUpCountsDto),
      }),
      async (c) => c.json(await followUps.counts(c.var.actor), 200),
    )
    .get(
      '/:id',
      describeRoute({
        operationId: 'followUps.read',
        tags,
        summary: 'One follow-up',
        responses: ok(FollowUpDto, 'follow-up.not-found'),
      }),
      check('param', Param),
      async (c) => c.json(await followUps.read(c.var.actor, c.req.valid('param').id), 200),
    )
    .post(
      '/:id/claim',
      describeRoute({
        operationId: 'followUps.claim',
        tags,
        summary: 'Take an entry of the call list, or give it back',
        responses: ok(
          FollowUpDto,
          'follow-up.not-found',
          'follow-up.conflict',
          'follow-up.claimed',
          'follow-up.settled',
        ),
      }),
      check('param', Param),
      check('json', ClaimInput),
      async (c) => {
        const { id } = c.req.valid('param')
        await followUps.claim(c.var.actor, id, c.req.valid('json'))
        return c.json(await followUps.read(c.var.actor, id), 200)
      },
    )
    .post(
      '/:id/answers',
      describeRoute({
        operationId: 'followUps.answers',
        tags,
        summary: 'What the citizen answered on the phone',
        responses: ok(
          FollowUpDto,
          'follow-up.not-found',
          'follow-up.conflict',
          'follow-up.claimed',
          'follow-up.settled',
          'follow-up.call-running',
          'follow-up.no-call',
          'ticket.conflict',
          'ticket.illegal-transition',
          'ticket.erased',
        ),
      }),
      check('param', Param),
      check('json', CallInput),
      async (c) => {
        const { id } = c.req.valid('param')
        await followUps.recordCall(c.var.actor, id, c.req.valid('json'))
        return c.json(await followUps.read(c.var.actor, id), 200)
      },
    )
    .post(
      '/:id/attempts',
      describeRoute({
        operationId: 'followUps.attempts',
        tags,
        summary: 'A call that got no answers',
        responses: ok(
          FollowUpDto,
          'follow-up.not-found',
          'follow-up.conflict',
          'follow-up.claimed',
          'follow-up.settled',
          'follow-up.call-running',
          'follow-up.no-call',
          'ticket.conflict',
          'ticket.illegal-transition',
          'ticket.erased',
        ),
      }),
      check('param', Param),
      check('json', AttemptInput),
      async (c) => {
        const { id } = c.req.valid('param')
        await followUps.recordAttempt(c.var.actor, id, c.req.valid('json'))
        return c.json(await followUps.read(c.var.actor, id), 200)
      },
    )
    .post(
      '/:id/check',
      describeRoute({
        operationId: 'followUps.check',
        tags,
        summary: 'A supervisor looks at a result that came without a call: it stands, or the citizen is asked again',
        responses: ok(
          FollowUpDto,
          'follow-up.not-found',
          'follow-up.conflict',
          'follow-up.nothing-to-check',
          'follow-up.own-result',
        ),
      }),
      check('param', Param),
      check('json', CheckInput),
      async (c) => {
        const { id } = c.req.valid('param')
        await followUps.check(c.var.actor, id, c.req.valid('json'))
        return c.json(await followUps.read(c.var.actor, id), 200)
      },
    )
    .post(
      '/:id/decision',
      describeRoute({
        operationId: 'followUps.decision',
        tags,
        summary: 'A supervisor settles dissatisfaction: redo or keep',
        responses: ok(
          FollowUpDto,
          'follow-up.not-found',
          'follow-up.conflict',
          'follow-up.settled',
          'follow-up.redo-late',
          'follow-up.redo-over',
          'ticket.conflict',
          'ticket.illegal-transition',
          'ticket.erased',
          'ticket.limit-missing',
          'ticket.unit-unknown',
          'ticket.unit-excluded',
        ),
      }),
      check('param', Param),
      check('json', DecisionInput),
      async (c) => {
        const { id } = c.req.valid('param')
        await followUps.decide(c.var.actor, id, c.req.valid('json'))
        return c.json(await followUps.read(c.var.actor, id), 200)
      },
    )
export type FollowUpsRoutes = ReturnType<typeof followUpsRoutes>
