import type { Endpoint } from '../core/endpoint.ts'
import { hear } from '../calls/hear.ts'
import type { Core } from '../core/core.ts'
import { createScope } from '../core/scope.ts'
import type { Participant } from './conference.models.ts'

/** Stops whatever this leg is listening to alone. */
export const stopAside = (one: Participant): void => {
  const aside = one.aside
  one.aside = null
  aside?.end('done')
}

/**
 * Plays a document to one leg only: wait music, hold music. It is played once (Twilio loops an audio file but not a
 * document). `none` is called when the document cannot be had.
 */
export const playAside = (
  core: Core,
  one: Participant,
  document: Endpoint | null,
  params: Record<string, string>,
  none?: () => void,
): void => {
  stopAside(one)
  if (document === null) {
    hear(core, one.call, { kind: 'music', text: '♪' })
    return
  }
  if (document.url === '') return
  const scope = createScope(core.clock)
  one.aside = scope
  core.perform(one.call, scope, { ...document }, { use: 'conference', params }).then(
    (end) => {
      if (one.aside === scope) one.aside = null
      if (end === 'failed') none?.()
    },
    () => undefined,
  )
}
