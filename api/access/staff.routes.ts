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
  unitId: z.string().max(60).optional().describe('Only of this unit and those below it'),
  role: z.enum(roles).optional().describe('Only with this role'),
  q: z.string().max(100).optional().describe('Part of a name or sign-in name'),
  active: z
    .enum(['true', 'false'])
    .default('true')
    .transform((text) => text === 'true')
    .describe('Those who work here, or those who no longer do'),
})
const StaffParam = z.object({ id: idText.describe('Id of the member of staff') })
const NewStaffBody = NewStaff.extend({ password: z.string().min(1).max(mostPassword) }).meta({
  id: 'NewStaffBody',
  samples: [
    {
      username: 'wang.li',
      name: '王丽',
      roles: ['agent'],
      unitId: 'unt_0sx078s43z7y5d5qpmb8',
      password: 'a long pass phrase',
    },
  ],
})
const ResetBody = z
  .strictObject({ secondFactor: z.boolean().default(false) })
  .meta({ id: 'PasswordResetBody', samples: [{ secondFactor: false }] })
const OncePasswordDto = z.object({ oncePassword: z.string() }).meta({ id: 'OncePassword' })

/** `/api/staff`: the people of the hotline and of the units. */
export const staffRoutes = (access: Access) =>
  new Hono<ApiEnv>()
    .get(
      '/',
      describeRoute({
        operationId: 'staff.list',
        tags: ['directory'],
        summary: 'Staff within the reader’s scope',
        responses: ok(z.object({ items: z.array(StaffDto) }), 'unit.not-found'),
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
        responses: ok(
          StaffDto,
          'unit.not-found',
          'staff.exists',
          'password.too-short',
          'password.contains-name',
          'password.too-common',
          'auth.sample-password',
        ),
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
        responses: ok(StaffDto, 'staff.not-found', 'unit.not-found'),
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
        responses: ok(OncePasswordDto, 'staff.not-found'),
      }),
      check('param', StaffParam),
      check('json', ResetBody),
      async (c) => {
        const reset = await access.resetPassword(c.var.actor, c.req.valid('param').id, c.req.valid('json'))
        return c.json(OncePasswordDto.parse(reset), 200)
      },
    )
export type StaffRoutes = ReturnType<typeof staffRoutes>
