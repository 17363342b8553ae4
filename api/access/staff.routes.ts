import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { NewStaff } from '../directory/add-staff.ts'
import { StaffChange } from '../directory/change-staff.ts'
import { StaffDto, toStaffDto } from '../directory/directory.dto.ts'
import { listStaff } from '../directory/list-staff.ts'
import { roles } from '../vocabulary/directory.ts'
import { check, ok, type ApiEnv } from '../platform/http.ts'
import type { Access } from './access.ts'
import { mostPassword } from './passwords/password.rules.ts'
import { idText } from '../platform/words.ts'

const StaffQuery = z.strictObject({
  unitId: z.string().max(60).optional(),
  role: z.enum(roles).optional(),
  q: z.string().max(100).optional(),
  active: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true'),
})
const StaffParam = z.object({ id: idText })
const NewStaffBody = NewStaff.extend({ password: z.string().min(1).max(mostPassword) })
const ResetBody = z.strictObject({ secondFactor: z.boolean().default(false) })
const OncePasswordDto = z.object({ oncePassword: z.string() })

/** `/api/staff`: the people of the hotline and of the units. */
export const staffRoutes = (access: Access) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'staff.list',
        tags: ['directory'],
        summary: 'Staff within the reader’s scope',
        responses: ok(z.object({ items: z.array(StaffDto) })),
      }),
      check('query', StaffQuery),
      (c) => {
        const staff = listStaff(access.directory)(c.var.actor, c.req.valid('query'))
        return c.json({ items: staff.map((one) => toStaffDto(access.directory, one)) }, 200)
      },
    )
    .post(
      '/',
      describeRoute({
        operationId: 'staff.create',
        tags: ['directory'],
        summary: 'Add a member of staff with an account',
        responses: ok(StaffDto),
      }),
      check('json', NewStaffBody),
      async (c) =>
        c.json(toStaffDto(access.directory, await access.createStaff(c.var.actor, c.req.valid('json'))), 200),
    )
    .patch(
      '/:id',
      describeRoute({
        operationId: 'staff.change',
        tags: ['directory'],
        summary: 'Change or deactivate a member of staff',
        responses: ok(StaffDto),
      }),
      check('param', StaffParam),
      check('json', StaffChange),
      async (c) =>
        c.json(
          toStaffDto(
            access.directory,
            await access.changeStaff(c.var.actor, c.req.valid('param').id, c.req.valid('json')),
          ),
          200,
        ),
    )
    .post(
      '/:id/password',
      describeRoute({
        operationId: 'staff.resetPassword',
        tags: ['directory'],
        summary: 'A password for once; all sessions of this member of staff end',
        responses: ok(OncePasswordDto),
      }),
      check('param', StaffParam),
      check('json', ResetBody),
      async (c) => {
        const reset = await access.resetPassword(c.var.actor, c.req.valid('param').id, c.req.valid('json'))
        return c.json(OncePasswordDto.parse(reset), 200)
      },
    )
export type StaffRoutes = ReturnType<typeof staffRoutes>
