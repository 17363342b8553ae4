import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { ok, type ApiEnv } from '../../platform/http.ts'
import type { Tickets } from '../tickets.ts'
import { MachineDto } from './machine.view.ts'

/** `/api/machine`: the table of states and acts. */
export const machineRoutes = (tickets: Tickets) =>
  new Hono<ApiEnv>().get(
    '/',
    describeRoute({
      operationId: 'machine.read',
      tags: ['tickets'],
      summary: 'States, acts, roles, guards and forms',
      responses: ok(MachineDto),
    }),
    (c) => c.json(tickets.read.machine(), 200),
  )
