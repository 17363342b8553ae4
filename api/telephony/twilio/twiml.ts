import twilio from 'twilio'

/** The library's builder of voice documents. */
export type VoiceDocument = InstanceType<typeof twilio.twiml.VoiceResponse>

/** Builds a voice document; pure, so that a repeated request renders the same one. */
export const voiceDocument = (build: (document: VoiceDocument) => void): string => {
  const document = new twilio.twiml.VoiceResponse()
  build(document)
  return document.toString()
}

/** The answer to an event, and to a text whose reply goes out by itself. */
export const emptyDocument = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
