import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { LiveNote } from '../../../api/audit/record.ts'
import { deskNotices } from '../../../api/notices/desk.notices.ts'
import { LiveEvent } from '../../../api/vocabulary/live-events.ts'

const audience = { all: true } as const
const sent = { seq: 1, at: '2026-06-01T02:00:00.000Z', id: 'x' }

describe('the list of live events', () => {
  it('is all that a verb can record', () => {
    const notes: LiveNote[] = [
      { topic: 'queue', type: 'changed', entityId: 'none', audience, payload: { lineId: null } },
      // @ts-expect-error no such topic
      { topic: 'parcel', type: 'changed', entityId: 'x', audience, payload: { lineId: null } },
      // @ts-expect-error no such type
      { topic: 'queue', type: 'moved', entityId: 'x', audience, payload: { lineId: null } },
      // @ts-expect-error a type of another topic
      { topic: 'queue', type: 'danger', entityId: 'x', audience, payload: { lineId: null } },
      // @ts-expect-error nothing told
      { topic: 'queue', type: 'changed', entityId: 'x', audience },
      // @ts-expect-error what another type tells
      { topic: 'message', type: 'settled', entityId: 'x', audience, payload: { attachmentId: 'att_1' } },
      // @ts-expect-error a word that is no state
      { topic: 'callback', type: 'claim', entityId: 'x', audience, payload: { state: 'lost' } },
      // @ts-expect-error more than the event tells
      { topic: 'queue', type: 'changed', entityId: 'x', audience, payload: { lineId: null, phone: '+8613800000000' } },
    ]
    const notice: typeof deskNotices.recordingLost = {
      ...deskNotices.recordingLost,
      // @ts-expect-error what another type tells
      event: () => ({ type: 'danger', payload: { recordingId: 'rec_1' } }),
    }
    expect([notes.length, notice.whom]).toEqual([8, deskNotices.recordingLost.whom])
  })

  it.each([
    [
      'an act',
      {
        topic: 'ticket',
        type: 'dispatch',
        payload: { number: '1', state: 'dispatched', version: 2, notice: { roles: [], unitIds: ['unit_1'] } },
      },
    ],
    [
      'a danger of a ticket',
      { topic: 'alert', type: 'danger', payload: { danger: 'gas', number: '1', citizenId: 'ctz_1', call: '119' } },
    ],
    [
      'a danger of a call',
      {
        topic: 'alert',
        type: 'danger',
        payload: { danger: 'gas', callId: 'cal_1', call: '119', words: [], citizenId: 'ctz_1' },
      },
    ],
  ])('reads %s', (_, event) => {
    expect(LiveEvent.parse({ ...sent, ...event })).toEqual({ ...sent, ...event })
  })

  it.each([
    ['of no topic', { topic: 'parcel', type: 'changed', payload: {} }],
    ['of another topic’s type', { topic: 'queue', type: 'danger', payload: { danger: 'gas', number: '1' } }],
    ['of another type’s payload', { topic: 'message', type: 'settled', payload: { attachmentId: 'att_1' } }],
    ['that tells more', { topic: 'queue', type: 'changed', payload: { lineId: null, phone: '+8613800000000' } }],
  ])('refuses one %s', (_, event) => {
    expect(LiveEvent.safeParse({ ...sent, ...event }).success).toBe(false)
  })

  it('has a schema for whoever integrates, every type in it once', () => {
    const types = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return []
      const { topic, type } = (Reflect.get(value, 'properties') ?? {}) as {
        topic?: { const: string }
        type?: { enum: string[] }
      }
      const own = topic && type ? type.enum.map((one) => `${topic.const}.${one}`) : []
      return [...own, ...Object.values(value).flatMap(types)]
    }
    const found = types(z.toJSONSchema(LiveEvent))
    expect(found.length).toBeGreaterThan(80)
    expect(new Set(found).size).toBe(found.length)
  })
})
