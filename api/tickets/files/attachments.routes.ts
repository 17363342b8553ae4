import { fieldRefused } from '../../platform/field-faults.ts'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, file, ok, sendFile, type ApiEnv } from '../../platform/http.ts'
import { idPattern } from '../../platform/ids.ts'
import { platformProblem } from '../../platform/problem.ts'
import { takenTypes } from '../../vocabulary/file.ts'
import { AttachmentDto } from '../ticket.dto.ts'
import { disposition, largestAttachment } from './attachment.rules.ts'
import type { Attachments } from './attachments.ts'

const AttachmentParam = z.object({ id: z.string().regex(idPattern('attachment')).describe('Id of the file') })
const isForm = /^multipart\/form-data\b/i
const tags = ['tickets']

/** `/api/attachments`: files up and down; a body beyond the limit is refused before it is read. */
export const attachmentsRoutes = (attachments: Attachments) =>
  new Hono<ApiEnv>()
    .post(
      '/',
      describeRoute({
        operationId: 'attachments.upload',
        tags,
        summary: 'Upload a file',
        description:
          'One file, at most 10 MB. Its first bytes say what it is; the id goes into the `attachmentIds` of an act on a ticket.',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file'],
                properties: { file: { type: 'string', format: 'binary', description: 'At most 10 MB' } },
              },
            },
          },
        },
        responses: ok(AttachmentDto, 'attachment.type', 'files.away'),
      }),
      bodyLimit({
        maxSize: largestAttachment + 64 * 1024,
        onError: () => {
          throw platformProblem('request.too-large')
        },
      }),
      async (c) => {
        if (!isForm.test(c.req.header('content-type') ?? ''))
          throw platformProblem('request.unsupported-type', 'The body must be multipart/form-data')
        const { file } = await c.req.parseBody().catch(() => {
          throw platformProblem('request.malformed')
        })
        if (!(file instanceof File)) throw fieldRefused('file', 'a file is required', 'missing')
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
        responses: file('The file', takenTypes, 'attachment.not-found', 'attachment.not-ready'),
      }),
      check('param', AttachmentParam),
      async (c) => {
        const { name, contentType, bytes } = await attachments.download(c.var.actor, c.req.valid('param').id)
        return sendFile(c, bytes, {
          'content-type': contentType,
          'content-disposition': disposition(name, contentType),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "sandbox; default-src 'none'",
          'cache-control': 'private, max-age=86400, immutable',
        })
      },
    )
