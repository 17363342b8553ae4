import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../scripts/carrier/cli/arguments.ts'
import type { Talk } from '../../../scripts/carrier/cli/talk.ts'
import { placeCall, sendText } from '../../../scripts/carrier/cli/talk.ts'
import { createRig } from './rig.ts'

describe('the command line', () => {
  it.each([
    [
      ['text', '--to', '12315', '短斤缺两'],
      { kind: 'text', from: '+8613800010001', to: '+862155512315', body: '短斤缺两', media: [], waitSeconds: 3 },
    ],
    [
      ['text', '--from', '+86 139 0002 0002', 'a', 'b'],
      { kind: 'text', from: '+8613900020002', to: '+862155512345', body: 'a b', media: [], waitSeconds: 3 },
    ],
    [
      ['call', '--wait', '2', '--press', '1', '--say', '你好', '--hangup'],
      {
        kind: 'call',
        from: '+8613800010001',
        to: '+862155512345',
        steps: [{ wait: 2 }, { press: '1' }, { say: '你好' }, { hangUp: true }],
      },
    ],
    [
      ['text', '--from', '138 0001 0002', '--wait', '1.5', '路灯坏了'],
      { kind: 'text', from: '+8613800010002', to: '+862155512345', body: '路灯坏了', media: [], waitSeconds: 1.5 },
    ],
    [
      ['call', '--from', 'anonymous', '--to', '114'],
      { kind: 'call', from: 'anonymous', to: '+862155500114', steps: [] },
    ],
    [['serve'], { kind: 'serve' }],
    [[], { kind: 'help', problem: null }],
  ])('%j', (words, wanted) => {
    expect(readArguments(words)).toEqual(wanted)
  })

  it.each([
    [['text']],
    [['call', '--press', 'x']],
    [['call', '--to']],
    [['text', '--loud', '1', 'x']],
    [['fax']],
    [['call', 'words']],
    [['text', '--from', 'abc', 'x']],
    [['text', '--to', '999', 'x']],
    [['text', '--wait', 'soon', 'x']],
  ])('%j is explained', (words) => {
    expect(readArguments(words)).toMatchObject({ kind: 'help', problem: expect.any(String) })
  })

  it('says which word was not usable, and how a number is written', () => {
    expect(readArguments(['text', '--from', 'abc', 'x'])).toMatchObject({
      problem: '--from abc: not a number; write it like +8613800010001',
    })
    expect(readArguments(['text', '--wait', 'soon', 'x'])).toMatchObject({ problem: '--wait soon: not usable' })
  })

  const talkTo = (rig: ReturnType<typeof createRig>): { talk: Talk; printed: string[] } => {
    const printed: string[] = []
    return {
      printed,
      talk: { request: rig.request, print: (line) => printed.push(line), sleep: (ms) => rig.carrier.advance(ms) },
    }
  }

  it('sends a text and prints the answer', async () => {
    const rig = createRig()
    rig.on('/twilio/messages/incoming', () => rig.twiml('<Response><Message>已受理</Message></Response>'))
    const { talk, printed } = talkTo(rig)
    await sendText(talk, {
      kind: 'text',
      from: rig.citizen,
      to: rig.hotline,
      body: '路灯坏了',
      media: [],
      waitSeconds: 2,
    })
    expect(printed[0]).toMatch(/^\+8613800010001 → \+862155512345: 路灯坏了 \(SM/)
    expect(printed.slice(1)).toEqual([`${rig.citizen} ← ${rig.hotline}: 已受理`])
  })

  it('places a call, plays the steps and prints what is heard', async () => {
    const rig = createRig()
    rig.on('/twilio/voice/incoming', () =>
      rig.twiml('<Response><Say>您好</Say><Gather input="dtmf speech" action="/said" timeout="9"/></Response>'),
    )
    rig.on('/said', () => rig.twiml('<Response><Say>谢谢</Say><Pause length="60"/></Response>'))
    const { talk, printed } = talkTo(rig)
    await placeCall(talk, {
      kind: 'call',
      from: rig.citizen,
      to: rig.hotline,
      steps: [{ wait: 1 }, { say: '路灯坏了' }, { wait: 1 }],
    })
    expect(printed.slice(1)).toEqual(['  您好', '> 路灯坏了', '  谢谢', '-- completed'])
    await expect(placeCall(talk, { kind: 'call', from: rig.citizen, to: '+862100000000', steps: [] })).rejects.toThrow(
      'not a number of this carrier',
    )
  })
})
