import { Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { ok, type ApiEnv } from '../../platform/http.ts'
import { PresenceDto } from '../calls.dto.ts'
import type { Calls } from '../calls.ts'

const PresencesDto = z.object({ mine: PresenceDto.nullable(), all: z.array(PresenceDto) }).meta({ id: 'Presences' })
const HeartbeatDto = z.object({ presence: PresenceDto.nullable() }).meta({ id: 'Heartbeat' })

/** `/api/presence`: what agents are doing. A console that is open says so every 15 s. */
export const presenceRoutes = (calls: Calls) => {
  const about = (operationId: string, summary: string, dto: z.ZodType, ...codes: string[]) =>
    describeRoute({ operationId, tags: ['presence'], summary, responses: ok(dto, ...codes) })
  const set = (state: 'ready' | 'break' | 'offline') =>
    about(`presence.${state}`, `Become ${state}`, PresenceDto, 'call.presence')
  return new Hono<ApiEnv>()
    .get('/', about('presence.list', 'Everybody signed in to calls', PresencesDto), async (c) => {
      const { mine, all } = await calls.presences(c.var.actor)
      return c.json(
        PresencesDto.parse({ mine: mine && calls.views.presence(mine), all: all.map(calls.views.presence) }),
        200,
      )
    })
    .post('/ready', set('ready'), async (c) =>
      c.json(calls.views.presence(await calls.setPresence(c.var.actor, 'ready')), 200),
    )
    .post('/break', set('break'), async (c) =>
      c.json(calls.views.presence(await calls.setPresence(c.var.actor, 'break')), 200),
    )
    .post('/offline', set('offline'), async (c) =>
      c.json(calls.views.presence(await calls.setPresence(c.var.actor, 'offline')), 200),
    )
    .post('/heartbeat', about('presence.heartbeat', 'The console is alive', HeartbeatDto), async (c) => {
      const row = await calls.heartbeat(c.var.actor)
      return c.json(HeartbeatDto.parse({ presence: row ? calls.views.presence(row) : null }), 200)
    })
}
export type PresenceRoutes = ReturnType<typeof presenceRoutes>
