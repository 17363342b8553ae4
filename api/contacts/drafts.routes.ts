import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { idPattern } from '../platform/ids.ts'
import { DraftDto, SaveDraft, type Drafts } from './drafts.ts'

const DraftParam = z.object({
  id: z.string().regex(idPattern('draft')).describe('Id of the draft; a new one is made up by the client'),
})
const NewDraft = SaveDraft.omit({ version: true }).meta({
  id: 'NewDraftBody',
  samples: [{ content: { text: '滨江路水管爆了' } }],
})
const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' })
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
      check('json', NewDraft),
      async (c) => c.json(await drafts.create(c.var.actor, c.req.valid('json')), 200),
    )
    .get(
      '/:id',
      describeRoute({
        operationId: 'drafts.read',
        tags,
        summary: 'A draft',
        responses: ok(DraftDto, 'draft.not-found'),
      }),
      check('param', DraftParam),
      async (c) => c.json(await drafts.read(c.var.actor, c.req.valid('param').id), 200),
    )
    .put(
      '/:id',
      describeRoute({
        operationId: 'drafts.save',
        tags,
        summary: 'Save over the version that was seen; version 0 makes it',
        responses: ok(DraftDto, 'draft.not-found', 'draft.conflict'),
      }),
      check('param', DraftParam),
      check('json', SaveDraft),
      async (c) => c.json(await drafts.save(c.var.actor, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .delete(
      '/:id',
      describeRoute({
        operationId: 'drafts.remove',
        tags,
        summary: 'Throw a draft away',
        responses: ok(Done, 'draft.not-found'),
      }),
      check('param', DraftParam),
      async (c) => {
        await drafts.remove(c.var.actor, c.req.valid('param').id)
        return c.json(Done.parse({ done: true }), 200)
      },
    )
export type DraftsRoutes = ReturnType<typeof draftsRoutes>
