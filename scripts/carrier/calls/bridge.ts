import type { Core } from '../core/core.ts'
import type { Why } from '../core/scope.ts'
import type { Call } from './call.models.ts'
import { hear } from './hear.ts'
import { reportTurn } from './turn.events.ts'

/** Connects two legs mouth to ear. `parted` is called once, with the leg that left first, when the talk is over. */
export const bridge = (core: Core, a: Call, b: Call, parted: (first: Call, why: Why) => void): void => {
  let together = true
  const seat = (own: Call, other: Call): void => {
    own.seat = {
      kind: 'bridge',
      conferenceSid: null,
      say: (text) => {
        if (own.selfMuted) return false
        hear(core, other, { kind: 'turn', text, speaker: own.from })
        reportTurn(core, { text, speaker: own, hearers: [other] })
        return true
      },
      leave: (why) => {
        if (!together) return
        together = false
        a.seat = null
        b.seat = null
        parted(own, why)
      },
    }
  }
  seat(a, b)
  seat(b, a)
}
