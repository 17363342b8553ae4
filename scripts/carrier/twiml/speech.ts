/**
 * Which languages a voice speaks (Twilio, "Text-to-Speech", supported voices and languages): the basic ones know a handful, a voice of Amazon or
 * Google its own. Only what the hotline may meet is listed; any other name is no voice here.
 */
const american = ['en-US']
const basic = ['en', 'en-US', 'en-GB', 'es', 'es-ES', 'fr', 'fr-FR', 'de', 'de-DE', 'it', 'it-IT']
const polly: Readonly<Record<string, readonly string[]>> = {
  Zhiyu: ['cmn-CN'],
  Hiujin: ['yue-CN'],
  ...Object.fromEntries(
    [
      'Joanna',
      'Matthew',
      'Salli',
      'Kendra',
      'Kimberly',
      'Ivy',
      'Joey',
      'Justin',
      'Ruth',
      'Stephen',
      'Danielle',
      'Gregory',
    ].map((name) => [name, american]),
  ),
  Amy: ['en-GB'],
  Emma: ['en-GB'],
  Brian: ['en-GB'],
}

/** The languages of a voice; null for a name that is none. Without a name it is the account's default, a basic voice. */
export const languagesOf = (voice: string | undefined): readonly string[] | null => {
  if (voice === undefined || voice === 'man' || voice === 'woman' || voice === 'alice') return basic
  const amazon = /^Polly\.([A-Z][A-Za-z]+)(?:-Neural|-Generative)?$/.exec(voice)?.[1]
  if (amazon !== undefined) return polly[amazon] ?? null
  const google = /^Google\.([a-z]{2,3}-[A-Z]{2})-[A-Za-z0-9-]+$/.exec(voice)?.[1]
  return google === undefined ? null : [google]
}

/** Google's models for speech in general, long or short, know the same. */
const longCodes = [
  'en-US',
  'en-GB',
  'cmn-Hans-CN',
  'cmn-Hant-TW',
  'yue-Hant-HK',
  'es-ES',
  'fr-FR',
  'de-DE',
  'ja-JP',
  'ko-KR',
]
/** So do both of Deepgram's. */
const novaCodes = [
  'en',
  'en-US',
  'en-GB',
  'zh',
  'zh-CN',
  'zh-Hans',
  'zh-TW',
  'zh-HK',
  'es',
  'fr',
  'de',
  'ja',
  'ko',
  'multi',
]

/**
 * Codes that a speech recognition knows, by engine and model. Google (Speech-to-Text V2) has Mandarin as `cmn-Hans-CN`, without a model for
 * telephones; Deepgram has it as `zh`, `zh-CN` and `zh-Hans`. Defaults: google, telephony, en-US (Twilio, "Transcription" noun).
 */
const codes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  google: {
    telephony: [
      'en-US',
      'en-GB',
      'en-AU',
      'en-IN',
      'es-US',
      'es-ES',
      'fr-FR',
      'de-DE',
      'it-IT',
      'ja-JP',
      'ko-KR',
      'pt-BR',
    ],
    long: longCodes,
    short: longCodes,
  },
  deepgram: {
    'nova-2': novaCodes,
    'nova-3': novaCodes,
  },
}

/** Why a transcription cannot be: what its engine, model and language are, where they do not go together; null where they do. */
export const cannotHear = (engine: string, model: string, language: string): string | null => {
  const models = codes[engine]
  if (models === undefined) return `no engine is called ${engine}`
  const known = models[model]
  if (known === undefined) return `${engine} has no model ${model}`
  return known.includes(language) ? null : `${engine} ${model} does not know the language ${language}`
}

/** The model of an engine where none is named. */
export const defaultModel = (engine: string): string => (engine === 'deepgram' ? 'nova-2' : 'telephony')
