import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { idPattern } from '../platform/ids.ts'
import { pageDto, pageQuery } from '../platform/page.ts'
import { idText } from '../platform/words.ts'
import { DeskNoticeDto } from './desk-notices.dto.ts'
import { ReadNotices, type DeskNotices } from './desk-notices.ts'

const NoticeParam = z.object({ id: z.string().regex(idPattern('deskNotice')).describe('Id of the notice') })
const PageQuery = z.strictObject({ ...pageQuery(30, 100) })
const BellDto = z
  .object({
    unread: z.int().describe('Counted up to the bound'),
    bound: z.int(),
    open: z.array(DeskNoticeDto).describe('Dangers that nobody has handled yet, the oldest first'),
  })
  .meta({ id: 'Bell' })
const tags = ['notices']

/** `/api/notices`: what the signed-in person's desks were told, wherever they were then. */
export const deskNoticesRoutes = (notices: DeskNotices) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'notices.list',
        tags,
        summary: 'One’s own notices, newest first',
        responses: ok(pageDto(DeskNoticeDto)),
      }),
      check('query', PageQuery),
      async (c) => c.json(await notices.list(c.var.actor, c.req.valid('query')), 200),
    )
    .get(
      '/bell',
      describeRoute({
        operationId: 'notices.bell',
        tags,
        summary: 'How many are unread, and the dangers that nobody has handled yet',
        responses: ok(BellDto),
      }),
      async (c) => c.json(BellDto.parse(await notices.bell(c.var.actor)), 200),
    )
    .get(
      '/dangers',
      describeRoute({
        operationId: 'notices.dangers',
        tags,
        summary: 'Dangers that a citizen told of: open ones, and what became of the others within a day',
        responses: ok(z.object({ items: z.array(DeskNoticeDto) })),
      }),
      check('query', z.strictObject({ citizenId: idText.describe('Id of the citizen') })),
      async (c) => c.json({ items: await notices.dangers(c.var.actor, c.req.valid('query').citizenId) }, 200),
    )
    .post(
      '/read',
      describeRoute({
        operationId: 'notices.read',
        tags,
        summary: 'Say that one has read notices',
        responses: ok(BellDto),
      }),
      check('json', ReadNotices),
      async (c) => {
        await notices.read(c.var.actor, c.req.valid('json'))
        return c.json(BellDto.parse(await notices.bell(c.var.actor)), 200)
      },
    )
    .post(
      '/:id/acknowledge',
      describeRoute({
        operationId: 'notices.acknowledge',
        tags,
        summary: 'Say by name that one has the danger in hand',
        responses: ok(DeskNoticeDto, 'notice.not-found', 'notice.no-danger'),
      }),
      check('param', NoticeParam),
      async (c) => c.json(await notices.acknowledge(c.var.actor, c.req.valid('param').id), 200),
    )
export type DeskNoticesRoutes = ReturnType<typeof deskNoticesRoutes>
