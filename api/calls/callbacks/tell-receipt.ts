import type { Scene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { Call } from '../call/calls.store.ts'

/** Tells a caller by text that they will be rung back, or that their message was received; a withheld number cannot be told. */
export const tellReceipt = async (
  deps: Pick<CallsDeps, 'tellCitizen' | 'directory'>,
  scene: Scene,
  call: Call,
  template: 'call.callback' | 'call.voicemail',
) => {
  if (call.fromNumber.startsWith('anonymous:')) return
  const line = call.lineId ? deps.directory.lineById(call.lineId) : undefined
  await deps.tellCitizen(scene.tx, scene.actor, {
    citizenId: call.citizenId,
    ticketId: null,
    template,
    params: { line: line?.name ?? '', lineEn: line?.nameEn ?? '' },
    key: `${template}:${call.id}`,
  })
}
