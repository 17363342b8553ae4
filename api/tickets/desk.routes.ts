import { platformProblem } from '../platform/problem.ts'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, refusals, type ApiEnv } from '../platform/http.ts'
import { idPattern } from '../platform/ids.ts'
import { disposition, largestAttachment } from './files/attachment.rules.ts'
import type { Attachments } from './files/attachments.ts'
import { DraftDto, SaveDraft, type Drafts } from '../contacts/drafts.ts'
import { MachineDto } from './life/machine.view.ts'
import { AttachmentDto, PendingExtensionPage, PendingReturnPage } from './ticket.dto.ts'
import type { Tickets } from './tickets.ts'

const PageQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  size: z.coerce.number().int().min(1).max(100).default(50),
})
const DraftParam = z.object({ id: z.string().regex(idPattern('draft')) })
const AttachmentParam = z.object({ id: z.string().regex(idPattern('attachment')) })
const Done = z.object({ done: z.literal(true) })
const tags = ['tickets']

/** `/api/drafts`: the intake form as it is being written. */
export const draftsRoutes = (drafts: Drafts) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'drafts.list',
        tags,
        summary: 'One’s own drafts',
        responses: ok(z.object({ items: z.array(DraftDto) })),
      }),
      async (c) => c.json({ items: await drafts.list(c.var.actor) }, 200),
    )
    .post(
      '/',
      describeRoute({ operationId: 'drafts.create', tags, summary: 'A new draft', responses: ok(DraftDto) }),
      check('json', SaveDraft.omit({ version: true })),
      async (c) => c.json(await drafts.create(c.var.actor, c.req.valid('json')), 200),
    )
    .get(
      '/:id',
      describeRoute({ operationId: 'drafts.read', tags, summary: 'A draft', responses: ok(DraftDto) }),
      check('param', DraftParam),
      async (c) => c.json(await drafts.read(c.var.actor, c.req.valid('param').id), 200),
    )
    .put(
      '/:id',
      describeRoute({
        operationId: 'drafts.save',
        tags,
        summary: 'Save over the version that was seen; version 0 makes it',
        responses: ok(DraftDto),
      }),
      check('param', DraftParam),
      check('json', SaveDraft),
      async (c) => c.json(await drafts.save(c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .delete(
      '/:id',
      describeRoute({ operationId: 'drafts.remove', tags, summary: 'Throw a draft away', responses: ok(Done) }),
      check('param', DraftParam),
      async (c) => {
        await drafts.remove(c.var.actor, c.req.valid('param').id)
        return c.json(Done.parse({ done: true }), 200)
      },
    )
export type DraftsRoutes = ReturnType<typeof draftsRoutes>

/** `/api/returns`: objections that wait for a decision. */
export const returnsRoutes = (tickets: Tickets) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'returns.list',
      tags,
      summary: 'Returns that wait for a decision',
      responses: ok(PendingReturnPage),
    }),
    check('query', PageQuery),
    async (c) => c.json(PendingReturnPage.parse(await tickets.read.returns(c.var.actor, c.req.valid('query'))), 200),
  )
export type ReturnsRoutes = ReturnType<typeof returnsRoutes>

/** `/api/extensions`: requests for more time that wait for a decision. */
export const extensionsRoutes = (tickets: Tickets) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'extensions.list',
      tags,
      summary: 'Requests for more time that wait for a decision',
      responses: ok(PendingExtensionPage),
    }),
    check('query', PageQuery),
    async (c) =>
      c.json(PendingExtensionPage.parse(await tickets.read.extensions(c.var.actor, c.req.valid('query'))), 200),
  )
export type ExtensionsRoutes = ReturnType<typeof extensionsRoutes>

/** `/api/machine`: the table of states and acts. */
export const machineRoutes = (tickets: Tickets) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'machine.read',
      tags,
      summary: 'States, acts, roles, guards and forms',
      responses: ok(MachineDto),
    }),
    (c) => c.json(tickets.read.machine(), 200),
  )
export type MachineRoutes = ReturnType<typeof machineRoutes>

/** `/api/attachments`: files up and down; a body beyond the limit is refused before it is read. */
export const attachmentsRoutes = (attachments: Attachments) =>
  new Hono<ApiEnv>()
    .post(
      '/',
      describeRoute({
        operationId: 'attachments.upload',
        tags,
        summary: 'Upload a file (multipart field `file`, at most 10 MB)',
        responses: ok(AttachmentDto),
      }),
      bodyLimit({
        maxSize: largestAttachment + 64 * 1024,
        onError: () => {
          throw platformProblem('request.too-large')
        },
      }),
      async (c) => {
        const { file } = await c.req.parseBody().catch(() => {
          throw platformProblem('request.malformed')
        })
        if (!(file instanceof File))
          throw platformProblem('request.invalid', undefined, {
            errors: [{ path: 'file', message: 'a file is required' }],
          })
        return c.json(
          await attachments.upload(c.var.actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
          200,
        )
      },
    )
    .get(
      '/:id',
      describeRoute({
        operationId: 'attachments.download',
        tags,
        summary: 'The file itself',
        responses: { 200: { description: 'The bytes' }, ...refusals },
      }),
      check('param', AttachmentParam),
      async (c) => {
        const { name, contentType, bytes } = await attachments.download(c.var.actor, c.req.valid('param').id)
        return c.body(new Uint8Array(bytes), 200, {
          'content-type': contentType,
          'content-disposition': disposition(name, contentType),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
          'cache-control': 'private, max-age=86400, immutable',
        })
      },
    )
export type AttachmentsRoutes = ReturnType<typeof attachmentsRoutes>
