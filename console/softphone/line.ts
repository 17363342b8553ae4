import { createEffect, createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js'
import { Problem } from '../shared/problem.ts'
import { readAccess, readCredential, toCredential, type SoftphoneKind } from './softphone.api.ts'
import type { Leg, LineState, OpenSoftphone, Softphone } from './softphone.types.ts'

/** How long a press waits for the line, or for the leg that is to be answered, ms. */
const patience = 12_000

/** The browser's line to the carrier. */
export interface SoftphoneLine {
  state: Accessor<LineState | undefined>
  leg: Accessor<Leg | undefined>
  /** Talk is typed: `say` is there. */
  typed: Accessor<boolean>
  /** Connects if it is not; resolves when the carrier knows this browser. */
  open: () => Promise<void>
  /** Picks up; a leg that is still on its way is waited for. */
  accept: () => Promise<void>
  say: (text: string) => Promise<void>
}

/** The softphones of this console, by the name that the server gives; each is loaded when it is asked for. */
const softphones: Record<SoftphoneKind, () => Promise<OpenSoftphone>> = {
  twilio: async () => (await import('./twilio-softphone.ts')).openTwilioSoftphone,
  practice: async () => (await import('./practice-softphone.ts')).openPracticeSoftphone,
}

/** Keeps the line up while `wanted`; which softphone it is the server says. */
export const createSoftphoneLine = (wanted: Accessor<boolean>): SoftphoneLine => {
  const [state, setState] = createSignal<LineState>()
  const [leg, setLeg] = createSignal<Leg>()
  const [phone, setPhone] = createSignal<Softphone>()
  let opening: Promise<void> | undefined

  const connect = async () => {
    const access = await readAccess()
    const openSoftphone = await softphones[access.kind]()
    const events = { onLine: setState, onLeg: setLeg }
    setPhone(await openSoftphone({ credential: toCredential(access), renew: readCredential, events }))
  }
  const open = async () => {
    if (!phone()) {
      opening ??= connect().finally(() => (opening = undefined))
      await opening
    }
    await until(() => state() === 'registered', 'softphone.no-line')
  }
  const close = () => {
    phone()?.close()
    setPhone(undefined)
    setState(undefined)
    setLeg(undefined)
  }
  const keep = createMemo(wanted)
  createEffect(() => {
    if (!keep()) return
    untrack(() => void open().catch(() => setState('refused')))
    onCleanup(close)
  })

  return {
    state,
    leg,
    typed: () => phone()?.say !== undefined,
    open,
    accept: async () => {
      await until(() => leg() !== undefined, 'softphone.no-leg')
      if (leg()?.state === 'ringing') await phone()?.accept()
    },
    say: async (text) => {
      const say = phone()?.say
      if (!say) throw new Problem({ code: 'softphone.no-leg' }, 0)
      await say(text)
    },
  }
}

/** Waits for a condition to hold; throws the problem when it does not in time. */
const until = (holds: () => boolean, code: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (holds()) return resolve()
    const started = Date.now()
    const timer = setInterval(() => {
      if (holds()) resolve()
      else if (Date.now() - started > patience) reject(new Problem({ code }, 0))
      else return
      clearInterval(timer)
    }, 50)
  })
