import { describe, expect, it } from 'vitest'
import { readBesideOurs, readText } from '../../../../api/messages/intake/reading.rules.ts'
import type { IncomingText } from '../../../../api/telephony/text-events.types.ts'
import type { Proposal } from '../../../../api/triage/triage.types.ts'

const propose = (): Proposal => ({
  language: 'zh',
  matters: [],
  kind: null,
  urgency: { value: 'normal', why: [] },
  place: null,
  unit: null,
  confident: false,
  danger: null,
})
const ours = ['您反映的问题正在处理，请耐心等待，谢谢您的来信。']

describe('what is said beside our own words', () => {
  const read = (isLine: boolean) => {
    const incoming: IncomingText = {
      ref: 'SM1',
      deliveryToken: null,
      from: '+8613800000001',
      to: '+862155512345',
      body: `“${ours[0]}”人民路水管爆了`,
      media: [],
      optOut: null,
    }
    return readBesideOurs({ propose }, incoming, readText({ propose }, incoming, isLine), { ours, isLine })
  }
  it('is read by itself', () => {
    expect(read(false)).toMatchObject({ ownWords: '人民路水管爆了', machine: null })
  })
  it('is nobody’s where it comes from a line of the hotline: two lines would answer each other', () => {
    expect(read(true)).toMatchObject({ machine: 'service' })
  })
})
