import type { Scene } from '../call/call.scene.ts'
import type { CallsDeps } from '../calls.ports.ts'
import type { Call } from '../call/calls.store.ts'

/** Tells a caller by text that they will be rung back, or that their message was received; a withheld number takes no text. */
export const tellReceipt = (
  deps: Pick<CallsDeps, 'notices' | 'directory'>,
  { tx, actor }: Scene,
  call: Call,
  name: 'call.callback' | 'call.voicemail',
) =>
  deps.notices.tell(tx, actor, {
    notice: { name, params: { line: call.lineId ? deps.directory.lineById(call.lineId) : null } },
    to: { citizenId: call.citizenId, ticket: null },
    key: `${name}:${call.id}`,
  })
