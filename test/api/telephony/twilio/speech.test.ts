import { expect, it } from 'vitest'
import { defaultSpeech } from '../../../../api/platform/config.ts'
import { speechOf } from '../../../../api/telephony/twilio/speech.ts'
import { cannotHear, languagesOf } from '../../../../scripts/carrier/twiml/speech.ts'

it.each(['deepgram', 'google'] as const)('listens by %s for codes and models that it knows', (engine) => {
  for (const language of ['zh', 'en'] as const) {
    const { languageCode, speechModel, track } = speechOf({ ...defaultSpeech, engine }).listen(language)
    expect(cannotHear(engine, speechModel, languageCode)).toBeNull()
    expect(track).toBe('inbound_track')
  }
})

it('speaks in voices that know the language', () => {
  for (const language of ['zh', 'en'] as const) {
    const said = speechOf(defaultSpeech).say(language)
    expect(languagesOf(said.voice)).toContain(said.language)
  }
})
