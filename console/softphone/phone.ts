import { useQueryClient } from '@tanstack/solid-query'
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js'
import { useLive } from '../app/live.tsx'
import { useSession } from '../app/session.ts'
import { createProblemText } from '../ui/feedback/ErrorPanel.tsx'
import { showToast } from '../ui/overlays/Toast.tsx'
import { holdBareKeys } from '../shared/create-shortcuts.ts'
import { createHeartbeat } from './heartbeat.ts'
import { createSoftphoneLine, type SoftphoneLine } from './line.ts'
import { isInCall, mayPress, moodOf, sinceOf, type Mood, type PhoneAct } from './phone.models.ts'
import { allowSound, startRinging } from './ring-tone.ts'
import { createSingleTab, type TabRole } from './single-tab.ts'
import {
  actOnCall,
  dial,
  finishWrapUp,
  setPresence,
  transferCall,
  type Board,
  type Call,
  type CallAct,
  type CallDetail,
  type Finish,
} from './softphone.api.ts'
import { boardQuery, callQuery } from './softphone.queries.ts'
import { known } from '../shared/known.ts'
import { useQuery } from '../shared/use-query.ts'

/** The agent's telephone: what the server says of it, and what can be done with it. Every press reports its own failure. */
export interface Phone {
  board: Accessor<Board | undefined>
  mood: Accessor<Mood>
  /** ISO */
  since: Accessor<string | undefined>
  /** The call that occupies the agent. */
  call: Accessor<Call | undefined>
  line: SoftphoneLine
  tab: Accessor<TabRole>
  /** Brings the softphone into this tab. */
  take: () => void
  /** What was pressed and has not been answered yet. */
  pending: Accessor<PhoneAct | undefined>
  may: (act: PhoneAct) => boolean
  answer: () => Promise<boolean>
  switchTo: (state: 'ready' | 'break' | 'offline') => Promise<void>
  act: (act: CallAct) => Promise<void>
  transfer: (to: string) => Promise<void>
  /** When a call rang here and nobody took it, ISO; undefined once something was chosen. */
  missedAt: Accessor<string | undefined>
  finish: (how: Finish) => Promise<boolean>
  dial: (target: Parameters<typeof dial>[0]) => Promise<boolean>
}

const [phone, setPhone] = createSignal<Phone>()
/** The telephone of the signed-in agent; undefined for those who take no calls. It lives in the bar, so every page has it. */
export { phone }

/** Makes the telephone, for as long as the calling component lives. */
export const createPhone = (): Phone => {
  const queries = useQueryClient()
  const session = useSession()
  const live = useLive()
  const words = createProblemText()
  const board = useQuery(() => ({ ...boardQuery(), throwOnError: false }))
  const data = () => known(board)
  const mood = () => moodOf(data())
  const call = () => data()?.mine ?? undefined
  const { role, take } = createSingleTab(`yixian.softphone.${session().staff.id}`)
  const [pending, setPending] = createSignal<PhoneAct>()
  const line = createSoftphoneLine(() => role() === 'mine' && mood() !== 'offline')

  holdBareKeys(() => isInCall(mood()))

  const refresh = () => queries.invalidateQueries({ queryKey: boardQuery().queryKey })
  for (const topic of ['queue', 'presence'] as const) live.listen(topic, () => void refresh())
  createHeartbeat(
    () => role() === 'mine' && mood() !== 'offline',
    (presence) => presence?.state !== data()?.presence?.state && void refresh(),
  )

  /** One press at a time; the answer of the server is shown at once, a failure is said. */
  const press = async (act: PhoneAct, run: () => Promise<unknown>): Promise<boolean> => {
    if (pending() !== undefined) return false
    setPending(act)
    try {
      await run()
      return true
    } catch (thrown) {
      const { title, next } = words(thrown)
      showToast({ tone: 'bad', title, detail: next })
      return false
    } finally {
      setPending(undefined)
      void refresh()
    }
  }
  const withCall = (run: (id: string) => Promise<CallDetail>) => async () => {
    const id = call()?.id
    if (id === undefined) return
    const detail = await run(id)
    queries.setQueryData(callQuery(id).queryKey, detail)
  }

  createEffect(() => {
    if (role() !== 'mine' || mood() !== 'ringing') return
    const title = document.title
    onCleanup(startRinging())
    document.title = `☎ ${title}`
    onCleanup(() => document.title.startsWith('☎ ') && (document.title = document.title.slice(2)))
  })
  // an outgoing call rings the agent's own leg first, which nobody has to pick up
  createEffect(
    on([mood, line.leg], ([now, leg]) => {
      if (now === 'dialling' && leg?.state === 'ringing') void line.accept().catch(() => {})
    }),
  )

  const made: Phone = {
    board: data,
    mood,
    since: () => sinceOf(data()),
    call,
    line,
    tab: role,
    take,
    pending,
    may: (act) => mayPress(mood(), act),
    answer: () => press('answer', line.accept),
    switchTo: async (state) => {
      allowSound()
      await press(state, async () => {
        if (state === 'ready') await line.open()
        await setPresence(state)
        await refresh()
      })
    },
    act: async (act) =>
      void (await press(
        act === 'unmute' ? 'mute' : act,
        withCall((id) => actOnCall(id, act)),
      )),
    transfer: async (to) =>
      void (await press(
        'transfer',
        withCall((id) => transferCall(id, to)),
      )),
    missedAt: () => data()?.presence?.missedAt ?? undefined,
    finish: (how) =>
      press(
        'finish',
        withCall((id) => finishWrapUp(id, how)),
      ),
    dial: (target) =>
      press('answer', async () => {
        allowSound()
        await line.open()
        await dial(target)
        await refresh()
      }),
  }
  setPhone(made)
  onCleanup(() => setPhone(undefined))
  return made
}
