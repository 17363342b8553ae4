import { catalogueProblem } from './catalogue.errors.ts'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { demand } from '../platform/demand.ts'
import type { Directory } from '../directory/directory.ts'
import type { Clock } from '../platform/clock.ts'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import {
  LimitDto,
  MatterDto,
  MatterHitDto,
  MatterTreeDto,
  ResponsibleDto,
  toLimitDto,
  toMatterDto,
  toMatterHitDto,
  toMatterTreeDto,
} from './catalogue.dto.ts'
import type { Catalogue } from './catalogue.ts'

const SearchQuery = z.strictObject({
  q: z.string().trim().min(1).max(100).describe('Name, branch, code or words of an example'),
  limit: z.coerce.number().int().min(1).max(50).default(20).describe('Matters told, at most'),
})
const CodeParam = z.object({ code: z.string().max(120).describe('Code of the matter') })
const PlaceQuery = z.strictObject({
  districtId: z.string().max(60).optional().describe('District of the place'),
  streetId: z.string().max(60).optional().describe('Street of the place'),
})
const Responsible = z.object({ responsible: ResponsibleDto.nullable() }).meta({ id: 'ResponsibleAnswer' })

/** What the routes of the catalogue read. */
export interface CatalogueRoutesDeps {
  catalogue: Catalogue
  directory: Directory
  clock: Clock
}

/** `/api/matters`: the dispatch catalogue as it holds now. */
export const mattersRoutes = (deps: CatalogueRoutesDeps) =>
  new Hono<ApiEnv>()
    .use('*', async (c, next) => {
      demand(c.var.actor, 'directory.read')
      await next()
    })
    .get(
      '/',
      describeRoute({
        operationId: 'matters.tree',
        tags: ['catalogue'],
        summary: 'The catalogue as a tree',
        responses: ok(z.object({ items: z.array(MatterTreeDto) })),
      }),
      (c) => c.json({ items: deps.catalogue.tree().map((node) => toMatterTreeDto(deps, node, deps.clock.now())) }, 200),
    )
    .get(
      '/search',
      describeRoute({
        operationId: 'matters.search',
        tags: ['catalogue'],
        summary: 'Matters by name, branch, code or example',
        responses: ok(z.object({ items: z.array(MatterHitDto) })),
      }),
      check('query', SearchQuery),
      (c) => {
        const { q, limit } = c.req.valid('query')
        return c.json(
          { items: deps.catalogue.search(q, limit).map((matter) => toMatterHitDto(deps, matter, deps.clock.now())) },
          200,
        )
      },
    )
    .get(
      '/:code',
      describeRoute({
        operationId: 'matters.read',
        tags: ['catalogue'],
        summary: 'One matter',
        responses: ok(MatterDto, 'matter.not-found'),
      }),
      check('param', CodeParam),
      (c) => {
        const matter = deps.catalogue.matterByCode(c.req.valid('param').code)
        if (!matter) throw catalogueProblem('matter.not-found')
        return c.json(toMatterDto(deps, matter, deps.clock.now()), 200)
      },
    )
    .get(
      '/:code/responsible',
      describeRoute({
        operationId: 'matters.responsible',
        tags: ['catalogue'],
        summary: 'Who gets the matter at a place',
        responses: ok(Responsible, 'matter.not-found'),
      }),
      check('param', CodeParam),
      check('query', PlaceQuery),
      (c) => {
        const { code } = c.req.valid('param')
        const { districtId = null, streetId = null } = c.req.valid('query')
        if (!deps.catalogue.matterByCode(code)) throw catalogueProblem('matter.not-found')
        const found = deps.catalogue.resolveUnits({ matterCode: code, districtId, streetId })
        const unit = (id: string) => deps.directory.unitById(id)
        return c.json(
          Responsible.parse({
            responsible: found && { lead: unit(found.leadId), copies: found.copyIds.map(unit), why: found.why },
          }),
          200,
        )
      },
    )
export type MattersRoutes = ReturnType<typeof mattersRoutes>

/** `/api/limits`: every limit with its basis and grade. */
export const limitsRoutes = ({ catalogue }: Pick<CatalogueRoutesDeps, 'catalogue'>) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'limits.list',
      tags: ['catalogue'],
      summary: 'Limits, their basis and grade',
      responses: ok(z.object({ items: z.array(LimitDto) })),
    }),
    (c) => {
      demand(c.var.actor, 'directory.read')
      return c.json({ items: catalogue.limits().map(toLimitDto) }, 200)
    },
  )
