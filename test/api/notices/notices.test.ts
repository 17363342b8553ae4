import { beforeEach, describe, expect, it } from 'vitest'
import { createNotices, type Recipient } from '../../../api/notices/notices.ts'
import { systemActor } from '../../../api/vocabulary/actor.ts'
import type { Tx } from '../../../db/db.ts'

const actor = systemActor('test')
const ticket = { id: 'ticket_1', number: '260612345678', replyWanted: true }
const to: Recipient = { citizenId: 'citizen_1', ticket }

/** A transaction in which nothing is written: notices only tell one from another. */
const anyTx = () => ({}) as Tx

describe('notices', () => {
  const texted: { key: string; purpose: string; body: string }[] = []
  const notices = createNotices({
    timeZone: 'Asia/Shanghai',
    textCitizen: async (_tx, _actor, { key, purpose, write }) => {
      texted.push({ key, purpose, body: write('zh') })
    },
  })
  beforeEach(() => texted.splice(0))

  it('go out in words with the number of the citizen’s own ticket', async () => {
    await notices.tell(anyTx(), actor, { notice: { name: 'ticket.withdrawn' }, to, key: 'a' })
    await notices.tell(anyTx(), actor, { notice: { name: 'followUp.solved' }, to, key: 'b' })
    expect(texted).toEqual([
      { key: 'a', purpose: 'notice', body: '已按您的意愿撤销工单2606 1234 5678。' },
      { key: 'b', purpose: 'followUp', body: '【回访2/3】您反映的问题解决了吗？回复1已解决，2未解决。' },
    ])
  })

  it('of the ticket’s course reach nobody who wants no reply; what answers the citizen does', async () => {
    const silent = { ...to, ticket: { ...ticket, replyWanted: false } }
    await notices.tell(anyTx(), actor, { notice: { name: 'ticket.withdrawn' }, to: silent, key: 'a' })
    await notices.tell(anyTx(), actor, { notice: { name: 'ask.filed' }, to: silent, key: 'b' })
    expect(texted.map(({ key }) => key)).toEqual(['b'])
  })

  describe('and the answer of a conversation', () => {
    const withdrawn = { name: 'ticket.withdrawn', params: { number: ticket.number } } as const
    const asked = { citizenId: to.citizenId, locale: 'zh' } as const

    it('does not say what the same transaction sent', async () => {
      const tx = anyTx()
      await notices.tell(tx, actor, { notice: { name: 'ticket.withdrawn' }, to, key: 'a' })
      expect(notices.answer(tx, asked, [withdrawn])).toBeNull()
      expect(notices.answer(tx, asked, [withdrawn, { name: 'progress.none' }])?.body).not.toContain('撤销工单')
      expect(notices.answer(tx, { ...asked, citizenId: 'citizen_2' }, [withdrawn])).not.toBeNull()
      expect(notices.answer(anyTx(), asked, [withdrawn])).not.toBeNull()
    })

    it('says it where the notice did not go out', async () => {
      const tx = anyTx()
      const silent = { ...to, ticket: { ...ticket, replyWanted: false } }
      await notices.tell(tx, actor, { notice: { name: 'ticket.withdrawn' }, to: silent, key: 'a' })
      expect(notices.answer(tx, asked, [withdrawn])).toEqual({
        body: '已按您的意愿撤销工单2606 1234 5678。',
        purpose: 'reply',
      })
    })

    it('is a receipt, an emergency or a reply by what it says', () => {
      const purposeOf = (name: 'ticket.received' | 'urge.done') =>
        notices.answer(anyTx(), asked, [{ name, params: { number: '1' } }])?.purpose
      expect([purposeOf('ticket.received'), purposeOf('urge.done')]).toEqual(['receipt', 'reply'])
      expect(notices.answer(anyTx(), asked, [])).toBeNull()
    })
  })
})
