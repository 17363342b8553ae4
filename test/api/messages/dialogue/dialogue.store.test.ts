import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines } from '../../../support/databases.ts'
import { createMessageWorld, type MessageWorld } from '../support.ts'

describe.each(engines)('an open question as it is stored, %s', (engine) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await createMessageWorld(engine)
  })
  afterAll(() => world.close())

  it('is still understood when it was asked before an update renamed the text that waits', async () => {
    const from = '+8613900000001'
    await world.text('水管爆了', { from })
    await world.text('要求退款，店家不理', { from })
    const [asked] = await world.dialogues()
    expect(asked?.data).toHaveProperty('waitingText.text', '要求退款，店家不理')
    const { waitingText, ...data } = asked?.data ?? {}
    await world.db.tx(async (tx) => {
      await tx.q.update(tx.t.dialogue).set({ data: { ...data, held: waitingText } })
    })
    expect(await world.text('2', { from })).toContain('工单号')
    expect((await world.tickets_()).map(({ request }) => request)).toEqual(['水管爆了', '要求退款，店家不理'])
  })
})
