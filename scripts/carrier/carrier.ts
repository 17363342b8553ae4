import { Hono } from 'hono'
import { createClientRegistry } from './client/client.registry.ts'
import { createClientRoutes } from './client/client.routes.ts'
import { advanceBody } from './control/control.dto.ts'
import { createControl, readBody } from './control/control.routes.ts'
import { createBus } from './core/bus.ts'
import { realClock, virtualClock } from './core/clock.ts'
import type { Core } from './core/core.ts'
import { createDeliver } from './core/deliver.ts'
import { createFaults } from './core/faults.ts'
import type { CarrierLog } from './core/log.ts'
import { createLog } from './core/log.ts'
import type { CarrierOptions } from './core/options.ts'
import { settle } from './core/options.ts'
import { createRandom } from './core/random.ts'
import { createWork } from './core/work.ts'
import { createHandset } from './handset/handset.routes.ts'
import { createRest } from './rest/rest.app.ts'
import { createPerform } from './twiml/run-documents.ts'

/** A running practice carrier. */
export type Carrier = {
  /** REST API, softphone signalling, control API and handset page. */
  app: Hono
  /** Moves a virtual clock by `ms`, letting everything that falls due happen. Throws on a real clock. */
  advance(ms: number): Promise<void>
  /** Moves a virtual clock from timer to timer until `reached` says so; throws after `limitMs`. */
  runUntil(reached: () => boolean, limitMs?: number): Promise<void>
  /** Waits until no webhook is under way. */
  settled(): Promise<void>
  log: CarrierLog
  core: Core
  close(): void
}

/** Builds a practice carrier from its options; it listens nowhere by itself. */
export const createCarrier = (options: CarrierOptions): Carrier => {
  const settings = settle(options)
  const virtual = settings.clock === 'virtual' ? virtualClock(settings.startAt.getTime()) : null
  const clock = virtual ?? realClock()
  const random = createRandom(settings.seed)
  const bus = createBus()
  const log = createLog(clock, bus, settings.logLimit)
  const faults = createFaults(createRandom(settings.seed + 1))
  const work = createWork(settings.patienceMs)
  const authToken = { current: settings.authToken }
  const deliver = createDeliver({
    clock,
    work,
    fetch: settings.fetch,
    faults,
    log,
    random: createRandom(settings.seed + 2),
    authToken: () => authToken.current,
    undocumented: settings.undocumentedParams,
  })
  const core: Core = {
    settings,
    clock,
    work,
    random,
    bus,
    log,
    faults,
    deliver,
    calls: new Map(),
    conferences: new Map(),
    queues: new Map(),
    recordings: new Map(),
    messages: new Map(),
    clients: createClientRegistry(),
    parties: new Map(),
    optedOut: new Set(),
    handsets: new Map(),
    dialSlot: { next: 0 },
    authToken,
    perform: (call, scope, source, how) => createPerform(core)(call, scope, source, how),
  }
  const advance = async (ms: number): Promise<void> => {
    if (virtual === null) throw new Error('only a virtual clock can be advanced')
    await virtual.advance(ms, () => work.settle())
  }
  const app = new Hono()
  app.route('/', createRest(core))
  app.route('/', createClientRoutes(core))
  app.route('/', createControl(core))
  app.route('/', createHandset())
  app.post('/control/advance', async (context) => {
    const read = await readBody(context, advanceBody)
    if (!read.ok) return read.answer
    if (virtual === null) return context.json({ message: 'the clock is real' }, 409)
    await advance(read.data.ms)
    return context.json({ now: clock.now() })
  })
  return {
    app,
    advance,
    runUntil: async (reached, limitMs = 3_600_000) => {
      await work.settle()
      const end = clock.now() + limitMs
      while (!reached()) {
        const next = virtual?.next() ?? null
        if (next === null || next > end) throw new Error('the awaited state was not reached')
        await advance(Math.max(0, next - clock.now()))
      }
    },
    settled: () => work.settle(),
    log,
    core,
    close: () => {
      for (const call of core.calls.values()) call.program?.end('done')
    },
  }
}
