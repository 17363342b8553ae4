import type { Config } from '../../platform/config.ts'
import type { SpokenLanguage } from '../steps.types.ts'

/** How Twilio is told which language a voice speaks ("Text-to-Speech", supported voices and languages). */
const spoken: Record<SpokenLanguage, 'cmn-CN' | 'en-US'> = { zh: 'cmn-CN', en: 'en-US' }

type Hearing = Readonly<Record<SpokenLanguage, { languageCode: string; speechModel: string }>>

/**
 * What Real-Time Transcription is told to listen for ("Transcription" noun: languageCode, transcriptionEngine, speechModel). Each engine has codes
 * and models of its own: Google's speech-to-text knows Mandarin as `cmn-Hans-CN`, without the model for telephones; Deepgram's Nova-2 knows
 * it as `zh-CN`.
 */
const engines: Readonly<Record<Config['speech']['engine'], Hearing>> = {
  deepgram: {
    zh: { languageCode: 'zh-CN', speechModel: 'nova-2' },
    en: { languageCode: 'en-US', speechModel: 'nova-2' },
  },
  google: {
    zh: { languageCode: 'cmn-Hans-CN', speechModel: 'long' },
    en: { languageCode: 'en-US', speechModel: 'telephony' },
  },
}

/** How the hotline speaks and listens, by the settings of the city. */
export const speechOf = ({ voices, engine }: Config['speech']) => ({
  /** Attributes of whatever is said. */
  say: (language: SpokenLanguage) => ({ language: spoken[language], voice: voices[language] }),
  /** What a transcription of a leg's own party is started with; only what goes into the leg, so that no announcement is in it. */
  listen: (language: SpokenLanguage) => ({
    track: 'inbound_track' as const,
    partialResults: false,
    transcriptionEngine: engine,
    ...engines[engine][language],
  }),
})
export type Speech = ReturnType<typeof speechOf>
