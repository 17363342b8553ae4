import { directoryProblem } from './directory.errors.ts'
import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { demand } from '../platform/demand.ts'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import { LineDto, toLineDto, toUnitDto, UnitDto, UnitTreeDto } from './directory.dto.ts'
import type { Directory } from './directory.ts'
import { unitLevels } from '../vocabulary/directory.ts'
import { listUnits, unitTree } from './list-units.ts'

const UnitsQuery = z.strictObject({
  q: z.string().max(100).optional().describe('Part of a name or alias'),
  level: z.enum(unitLevels).optional().describe('Only units of this level'),
  parentId: z.string().max(60).optional().describe('Only units directly under this one'),
})
const UnitParam = z.object({ id: z.string().max(60).describe('Id of the unit') })

/** `/api/units`: the directory of units. */
export const unitsRoutes = (directory: Directory) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'units.list',
        tags: ['directory'],
        summary: 'Units, searched by name or alias',
        responses: ok(z.object({ items: z.array(UnitDto) })),
      }),
      check('query', UnitsQuery),
      (c) => c.json({ items: listUnits(directory)(c.var.actor, c.req.valid('query')).map(toUnitDto) }, 200),
    )
    .get(
      '/tree',
      describeRoute({
        operationId: 'units.tree',
        tags: ['directory'],
        summary: 'Units as a tree',
        responses: ok(z.object({ items: z.array(UnitTreeDto) })),
      }),
      (c) => c.json({ items: unitTree(directory)(c.var.actor).map((unit) => UnitTreeDto.parse(unit)) }, 200),
    )
    .get(
      '/:id',
      describeRoute({
        operationId: 'units.read',
        tags: ['directory'],
        summary: 'One unit',
        responses: ok(UnitDto, 'unit.not-found'),
      }),
      check('param', UnitParam),
      (c) => {
        demand(c.var.actor, 'directory.read')
        const unit = directory.unitById(c.req.valid('param').id)
        if (!unit) throw directoryProblem('unit.not-found')
        return c.json(toUnitDto(unit), 200)
      },
    )
export type UnitsRoutes = ReturnType<typeof unitsRoutes>

/** `/api/lines`: the published numbers. */
export const linesRoutes = (directory: Directory) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'lines.list',
      tags: ['directory'],
      summary: 'The published numbers',
      responses: ok(z.object({ items: z.array(LineDto) })),
    }),
    (c) => {
      demand(c.var.actor, 'directory.read')
      return c.json({ items: directory.lines().map(toLineDto) }, 200)
    },
  )
export type LinesRoutes = ReturnType<typeof linesRoutes>
