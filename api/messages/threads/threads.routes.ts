import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { check, ok, type ApiEnv } from '../../platform/http.ts'
import type { Messages } from '../messages.ts'
import { TemplatesDto } from '../templates/templates.dto.ts'
import {
  CitizenParam,
  MessageDto,
  MessagePageDto,
  MessageQuery,
  SettledDto,
  StaffText,
  ThreadPageDto,
  ThreadQuery,
} from './threads.dto.ts'

const tags = ['threads']

/** Text threads for the desks, to be mounted at /api/threads behind the sign-in guard. */
export const messagesRoutes = (
  messages: Pick<Messages, 'threads' | 'messagesOf' | 'templates' | 'sendStaffText' | 'settleThread'>,
) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'threads.list',
        tags,
        summary: 'Text threads, newest first',
        responses: ok(ThreadPageDto),
      }),
      check('query', ThreadQuery),
      async (c) => {
        const { needsAnswer, ...page } = c.req.valid('query')
        return c.json(await messages.threads(c.var.actor, { ...page, needsAnswer: needsAnswer === 'true' }))
      },
    )
    .get(
      '/:citizenId/messages',
      describeRoute({
        operationId: 'threads.read',
        tags,
        summary: 'Texts of one citizen, newest first',
        responses: ok(MessagePageDto, 'citizen.not-found'),
      }),
      check('param', CitizenParam),
      check('query', MessageQuery),
      async (c) => c.json(await messages.messagesOf(c.var.actor, c.req.valid('param').citizenId, c.req.valid('query'))),
    )
    .get(
      '/:citizenId/templates',
      describeRoute({
        operationId: 'threads.templates',
        tags,
        summary: 'Templates for an answer to a citizen, with what is known of the ticket last spoken of',
        responses: ok(TemplatesDto, 'citizen.not-found'),
      }),
      check('param', CitizenParam),
      async (c) => c.json(await messages.templates(c.var.actor, c.req.valid('param').citizenId)),
    )
    .post(
      '/:citizenId/messages',
      describeRoute({
        operationId: 'threads.write',
        tags,
        summary: 'Writes to a citizen',
        responses: ok(MessageDto, 'citizen.not-found', 'ticket.not-found', 'message.no-number', 'message.opted-out'),
      }),
      check('param', CitizenParam),
      check('json', StaffText),
      async (c) =>
        c.json(await messages.sendStaffText(c.var.actor, c.req.valid('param').citizenId, c.req.valid('json'))),
    )
    .post(
      '/:citizenId/settle',
      describeRoute({
        operationId: 'threads.settle',
        tags,
        summary: 'Marks a thread as looked at',
        responses: ok(SettledDto, 'citizen.not-found'),
      }),
      check('param', CitizenParam),
      async (c) => c.json(await messages.settleThread(c.var.actor, c.req.valid('param').citizenId)),
    )
export type MessagesRoutes = ReturnType<typeof messagesRoutes>
