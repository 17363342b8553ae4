import fc from 'fast-check'
import twilio from 'twilio'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../../../scripts/carrier/twiml/check.ts'
import { messagingGrammar } from '../../../../scripts/carrier/twiml/grammar.messaging.ts'
import { allowedIn, voiceGrammar } from '../../../../scripts/carrier/twiml/grammar.voice.ts'

const voice = (xml: string) => checkDocument(`<Response>${xml}</Response>`, voiceGrammar)
const codeOf = (xml: string) => {
  const checked = voice(xml)
  return checked.ok ? null : checked.code
}

describe('a voice document', () => {
  it.each([
    '<Say language="cmn-CN" voice="Polly.Zhiyu">您好</Say>',
    '<Say language="cmn-CN" voice="Google.cmn-CN-Wavenet-A">您好</Say>',
    '<Say language="en-US">Hello</Say>',
    '<Gather numDigits="1" timeout="5" action="/a" finishOnKey=""><Say>一</Say><Pause/></Gather>',
    '<Gather input="dtmf speech" speechTimeout="auto" language="cmn-Hans-CN" actionOnEmptyResult="true"/>',
    '<Dial action="/a" timeout="20" hangupOnStar="true"><Conference waitUrl="" beep="onEnter" statusCallbackEvent="start end join">r</Conference></Dial>',
    '<Dial>+8613800010001</Dial>',
    '<Dial><Client><Identity>a</Identity><Parameter name="k" value="v"/></Client><Number>+8613800010001</Number></Dial>',
    '<Enqueue waitUrl="/w" waitUrlMethod="GET" action="/a">q</Enqueue>',
    '<Record maxLength="120" playBeep="true" recordingStatusCallback="/r" transcribe="true" transcribeCallback="/t"/>',
    '<Start><Recording channels="dual"/><Transcription statusCallbackUrl="/t" track="both_tracks" languageCode="cmn-Hans-CN"/></Start>',
    '<Play loop="0">/music.mp3</Play><Hangup/>',
    '<Reject reason="busy"/>',
    '<!-- note --><Redirect method="POST"><![CDATA[/next?a=1&b=2]]></Redirect>',
  ])('is taken: %s', (xml) => {
    expect(voice(xml)).toMatchObject({ ok: true })
  })

  it.each([
    ['<say>lower case</say>', 12200],
    ['<Say>open', 12100],
    ['<Sing>la</Sing>', 12200],
    ['<Say volume="11">hi</Say>', 12200],
    ['<Say loop="many">hi</Say>', 13510],
    ['<Say></Say>', 12200],
    ['<Say language="zh-CN">您好</Say>', 13512],
    ['<Say language="cmn-CN" voice="Polly.Joanna-Neural">您好</Say>', 13512],
    ['<Say language="en-US" voice="Polly.Zhiyu-Neural">Hello</Say>', 13512],
    ['<Say language="en-US" voice="Google.cmn-CN-Wavenet-A">Hello</Say>', 13512],
    ['<Say language="cmn-CN" voice="Polly.Nobody">您好</Say>', 13511],
    ['<Pause length="-1"/>', 13910],
    ['<Gather timeout="soon"/>', 13313],
    ['<Gather numDigits="0"/>', 13314],
    ['<Gather finishOnKey="x"/>', 13310],
    ['<Gather method="PUT"/>', 13312],
    ['<Gather><Dial>+8613800010001</Dial></Gather>', 13320],
    ['<Dial timeout="0"><Client>a</Client></Dial>', 13212],
    ['<Dial callerId="me"><Client>a</Client></Dial>', 13214],
    ['<Dial><Conference muted="yes">r</Conference></Dial>', 13230],
    ['<Dial><Conference endConferenceOnExit="1">r</Conference></Dial>', 13231],
    ['<Dial><Conference coach="CA1">r</Conference></Dial>', 13240],
    ['<Dial><Conference statusCallbackEvent="start finish">r</Conference></Dial>', 12200],
    ['<Dial><Say>no</Say></Dial>', 12200],
    ['<Record maxLength="0"/>', 13613],
    ['<Redirect></Redirect>', 12200],
    ['<Response/>', 12200],
    ['text between verbs', 12200],
    ['<Message>hi</Message>', 12200],
  ])('is refused: %s (%i)', (xml, code) => {
    expect(codeOf(xml)).toBe(code)
  })

  it.each([
    '',
    'plain',
    '<Responses/>',
    '<Response/><Response/>',
    '<!DOCTYPE Response [<!ENTITY a "b">]><Response><Say>&a;</Say></Response>',
    '{"a":1}',
  ])('must be XML with one Response at its root: %s', (text) => {
    expect(checkDocument(text, voiceGrammar)).toMatchObject({ ok: false, code: 12100 })
  })

  it('for waiting callers may hold less', () => {
    const wait = '<Response><Gather numDigits="1" action="/a"/></Response>'
    expect(checkDocument(wait, voiceGrammar, allowedIn.queue).ok).toBe(true)
    expect(checkDocument(wait, voiceGrammar, allowedIn.conference)).toMatchObject({ ok: false, code: 12200 })
  })

  it("is taken as Twilio's own builder writes it, whatever is said", () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 40 }), (text) => {
        const spoken = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
        fc.pre(spoken.trim() !== '')
        const response = new twilio.twiml.VoiceResponse()
        response.say({ language: 'cmn-CN', voice: 'Polly.Zhiyu-Neural' }, spoken)
        response.gather({ numDigits: 1, action: '/menu?a=1&b=2' }).say(spoken)
        response
          .dial({ action: '/after' })
          .conference({ startConferenceOnEnter: false, statusCallbackEvent: ['start', 'end'] }, 'room')
        const checked = checkDocument(response.toString(), voiceGrammar)
        expect(checked.ok && checked.root.children[0]?.text.replaceAll('\r\n', '\n')).toBe(
          spoken.replaceAll('\r\n', '\n'),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('a messaging document', () => {
  it.each([
    ['<Message>已受理</Message>', null],
    ['<Message statusCallback="/s"><Body>已受理</Body><Media>https://h.example/a.jpg</Media></Message>', null],
    ['<Sms>old</Sms>', 12200],
    ['<Message from="12345">x</Message>', 14102],
    ['<Say>no</Say>', 12200],
  ])('%s → %s', (xml, code) => {
    const checked = checkDocument(`<Response>${xml}</Response>`, messagingGrammar)
    expect(checked.ok ? null : checked.code).toBe(code)
  })
})
