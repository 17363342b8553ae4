import { describe, expect, it } from 'vitest'
import { fromContent, sourceOf } from '../../../console/contacts/intake.models.ts'
import { requestOf, threadDraft, type Said } from '../../../console/threads/thread-intake.models.ts'

describe('a request out of a thread', () => {
  const said = (direction: Said['direction'], body: string, ticketId: string | null = null): Said => ({
    direction,
    body,
    ticketId,
  })
  it('takes the texts since the last one that was filed, oldest first, without our own', () => {
    expect(
      requestOf([
        said('in', '还有噪音'),
        said('out', '请问在哪里', 'tkt_1'),
        said('in', ' 路灯坏了 '),
        said('in', '旧事', 'tkt_1'),
        said('in', '更旧'),
      ]),
    ).toBe('路灯坏了\n还有噪音')
  })
  it('is empty when everything was filed or only a picture came', () => {
    expect(requestOf([said('in', '旧事', 'tkt_1')])).toBe('')
    expect(requestOf([said('in', ' ')])).toBe('')
    expect(requestOf([])).toBe('')
  })
  it('becomes a draft whose text is a person’s: nothing overwrites it', () => {
    const content = threadDraft({ channel: 'sms', citizenId: 'ctz_1', contactId: 'cnt_1' }, [said('in', '路灯坏了')])
    expect(sourceOf(content)).toEqual({ channel: 'sms', citizenId: 'ctz_1', contactId: 'cnt_1' })
    expect(fromContent(content)).toMatchObject({ form: { text: '路灯坏了' }, touched: ['text'] })
  })
})
