import type { ElementRule } from './grammar.voice.ts'
import { endpoint, method, url } from './values.ts'

/** Elements of a document that answers a text message. */
export const messagingGrammar: Record<string, ElementRule> = {
  Response: { attributes: {}, inside: ['Message', 'Redirect'], text: 'none' },
  Message: {
    attributes: {
      to: endpoint(14101),
      from: endpoint(14102),
      action: url(),
      method: method(14104),
      statusCallback: url(14105),
    },
    inside: ['Body', 'Media'],
    text: 'allowed',
  },
  Body: { attributes: {}, inside: [], text: 'needed' },
  Media: { attributes: {}, inside: [], text: 'needed' },
  Redirect: { attributes: { method: method() }, inside: [], text: 'needed' },
}
