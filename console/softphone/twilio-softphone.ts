import { Device, type Call } from '@twilio/voice-sdk'
import { Problem } from '../shared/problem.ts'
import { retryAfter } from './softphone.rules.ts'
import type { Credential, OpenSoftphone } from './softphone.types.ts'

/** `register()` may stay pending for ever on a stalled connection (voice.js #445): then the device is rebuilt, ms. */
const watchdog = 30_000
/** A page restored from the back-forward cache flips to unregistered and back by itself (2.18.4): look again after so long, ms. */
const flip = 2_000

/** A credential that ended or is refused. 20101 also comes falsely after a signalling drop (2.18.5): it means "ask the server", never "signed out". */
const tokenCodes = new Set([20101, 20104, 31204, 31205])
const codeOf = (error: unknown): number => {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined
  return typeof code === 'number' ? code : 0
}

/**
 * The softphone of @twilio/voice-sdk. The device's own state is never believed: registration is watched, a device that fell silent is rebuilt,
 * and whether the agent can be reached is decided by the server from heartbeats and offers.
 */
export const openTwilioSoftphone: OpenSoftphone = async ({ credential: given, renew, events }) => {
  let credential: Credential = given
  let device: Device | undefined
  let call: Call | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let closed = false

  const take = (incoming: Call) => {
    const ref = incoming.parameters['CallSid'] ?? ''
    call = incoming
    const over = () => {
      if (call !== incoming) return
      call = undefined
      // The SDK keeps the microphone open after the call otherwise.
      device?.audio?.unsetInputDevice().catch(() => {})
      events.onLeg(undefined)
    }
    incoming.on('accept', () => events.onLeg({ ref, state: 'talking' }))
    for (const end of ['cancel', 'reject', 'disconnect']) incoming.on(end, over)
    events.onLeg({ ref, state: 'ringing' })
  }

  const destroy = () => {
    const old = device
    device = undefined
    old?.removeAllListeners()
    old?.destroy()
  }

  /** Rebuilds the device with a fresh credential. A call that is up keeps its sound: the rebuilding waits for its end. */
  const again = (state: 'lost' | 'refused') => {
    if (closed) return
    events.onLine(state)
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (call) return again(state)
      renew()
        .then((fresh) => {
          credential = fresh
          return open()
        })
        .catch(() => again('lost'))
    }, retryAfter(attempt++))
  }

  const freshToken = async (own: Device) => {
    credential = await renew()
    if (device === own) own.updateToken(credential.token)
  }

  const open = async () => {
    destroy()
    if (closed) return
    events.onLine('connecting')
    const own = new Device(credential.token, {
      closeProtection: true,
      allowIncomingWhileBusy: false,
      tokenRefreshMs: 60_000,
    })
    device = own
    own.on('incoming', take)
    own.on('registered', () => {
      attempt = 0
      events.onLine('registered')
    })
    own.on('tokenWillExpire', () => void freshToken(own).catch(() => again('lost')))
    own.on('error', (error: unknown) => {
      if (device === own && tokenCodes.has(codeOf(error))) again('refused')
    })
    own.on('unregistered', () => {
      setTimeout(() => {
        if (device === own && own.state !== Device.State.Registered) again('lost')
      }, flip)
    })
    let late: ReturnType<typeof setTimeout> | undefined
    const silent = new Promise<never>((_, reject) => {
      late = setTimeout(() => reject(new Error('the carrier does not answer')), watchdog)
    })
    await Promise.race([own.register(), silent]).finally(() => clearTimeout(late))
  }

  open().catch(() => again('lost'))
  return {
    accept: async () => {
      if (!call) throw new Problem({ code: 'softphone.no-leg' }, 0)
      call.accept()
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      call?.disconnect()
      call = undefined
      destroy()
    },
  }
}
