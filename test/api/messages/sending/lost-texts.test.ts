import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostUnsettled } from '../../../../api/messages/messages.store.ts'
import { reconcileTextsJob } from '../../../../api/messages/sending/reconcile-texts.ts'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'

const hour = 3_600_000

describe.each(engines)('texts of which nothing more is heard, on %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  it('are told as lost, all of them, also when an outage left many at one moment', async () => {
    const at = world.clock.now()
    const ids = Array.from({ length: 2 * mostUnsettled + 7 }, (_, index) => `msg_${String(index).padStart(4, '0')}`)
    await world.db.tx(async (tx) => {
      await tx.q.insert(tx.t.message).values(
        ids.map((id) => ({
          id,
          direction: 'out' as const,
          fromNumber: '+862155512345',
          toNumber: '+8613800000001',
          citizenId: 'ctz_1',
          body: '【回访1/3】',
          purpose: 'followUp' as const,
          status: 'unknown' as const,
          statusRank: 1,
          createdAt: at,
          updatedAt: at,
        })),
      )
      await tx.q.insert(tx.t.outbox).values(
        ids.map((id) => ({
          id: `obx_${id}`,
          topic: 'sms.send',
          key: `sms:${id}`,
          payload: { messageId: id },
          state: 'unknown' as const,
          attempts: 1,
          runAt: at,
          createdAt: at,
        })),
      )
    })
    world.clock.advance(3 * hour + 10 * 60_000)
    const heard: string[] = []
    const textLost = async (_: unknown, { id }: { id: string }) => void heard.push(id)
    await reconcileTextsJob({ ...world.messages.deps, textLost }).run()
    expect(heard).toEqual(ids)
  })
})
