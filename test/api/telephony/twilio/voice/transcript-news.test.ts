import { describe, expect, it } from 'vitest'
import { TranscriptEvent, toTranscriptNews } from '../../../../../api/telephony/twilio/voice/transcript-news.ts'

const news = (over: Record<string, string>) =>
  toTranscriptNews(
    TranscriptEvent.parse({
      TranscriptionEvent: 'transcription-content',
      TranscriptionSid: 'GT1',
      SequenceId: '4',
      CallSid: 'CA1',
      TranscriptionData: '{"transcript":"路灯坏了"}',
      ...over,
    }),
  )

describe('a spoken line', () => {
  it.each([
    ['plain', '{"transcript":"路灯坏了","confidence":0.9}', '路灯坏了'],
    ['with spaces around', '{"transcript":"  hello \\n"}', 'hello'],
    ['with a NUL', '{"transcript":"a\\u0000b"}', 'ab'],
    ['with emoji and combining marks', '{"transcript":"🚨 e\u0301 שלום"}', '🚨 e\u0301 שלום'],
    ['empty', '{"transcript":"  "}', undefined],
    ['without words', '{"confidence":1}', undefined],
    ['no JSON', 'x{', undefined],
  ])('%s', (_name, data, said) => {
    const line = news({ TranscriptionData: data })
    expect(line?.kind === 'said' ? line.text : undefined).toBe(said)
  })

  it('is the own party’s on what goes into the leg, and nobody’s on what comes out of it', () => {
    expect(news({})).toMatchObject({ kind: 'said', leg: 'CA1', key: 'turn:GT1:4:CA1' })
    expect(news({ Track: 'inbound_track' })).toMatchObject({ kind: 'said' })
    expect(news({ Track: 'outbound_track' })).toBeNull()
  })

  it('is none where the carrier cannot write it down: that is told with its code', () => {
    const over = {
      TranscriptionEvent: 'transcription-error',
      TranscriptionErrorCode: '17566',
      TranscriptionError: 'no such language',
    }
    expect(news(over)).toMatchObject({
      kind: 'transcriptFailed',
      leg: 'CA1',
      code: '17566',
      message: 'no such language',
      key: 'turn:GT1:4:CA1:error',
    })
  })

  it('is none while it is a draft, or where a transcription begins or ends', () => {
    expect(news({ Final: 'false' })).toBeNull()
    expect(news({ TranscriptionEvent: 'transcription-started' })).toBeNull()
  })
})
