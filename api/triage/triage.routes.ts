import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { demand } from '../platform/demand.ts'
import { kinds, urgencies } from '../vocabulary/catalogue.ts'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import type { Triage } from './triage.types.ts'
import { dangers, emergencyNumbers } from '../vocabulary/danger.ts'

const ProposalDto = z
  .object({
    language: z.enum(['zh', 'en']),
    matters: z.array(z.object({ code: z.string(), confidence: z.number(), why: z.array(z.string()) })),
    kind: z.object({ value: z.enum(kinds), confidence: z.number() }).nullable(),
    urgency: z.object({ value: z.enum(urgencies), why: z.array(z.string()) }),
    danger: z.object({ kind: z.enum(dangers), call: z.enum(emergencyNumbers), words: z.array(z.string()) }).nullable(),
    place: z
      .object({ text: z.string(), districtId: z.string().nullable(), streetId: z.string().nullable() })
      .nullable(),
    unit: z
      .object({
        id: z.string(),
        copies: z.array(z.string()),
        why: z.enum(['matterUnit', 'streetOfPlace', 'districtOfPlace']),
      })
      .nullable(),
    confident: z.boolean(),
  })
  .meta({ id: 'Proposal' })

const Text = z
  .strictObject({ text: z.string().max(20_000) })
  .meta({ id: 'ProposeBody', samples: [{ text: '滨江路水管爆了，水漫到马路上' }] })

/** `/api/triage`: what the classifier proposes for a text, while it is being written. */
export const triageRoutes = (triage: Pick<Triage, 'propose'>) =>
  new Hono<ApiEnv>().post(
    '/propose',
    describeRoute({
      operationId: 'triage.propose',
      tags: ['triage'],
      summary: 'Kind, matter, place, urgency and unit for a text',
      responses: ok(ProposalDto),
    }),
    check('json', Text),
    (c) => {
      demand(c.var.actor, 'ticket.file')
      return c.json(ProposalDto.parse(triage.propose(c.req.valid('json').text)), 200)
    },
  )
export type TriageRoutes = ReturnType<typeof triageRoutes>
