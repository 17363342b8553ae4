import { useQueryClient } from '@tanstack/solid-query'
import { createContext, untrack, useContext, type ParentProps } from 'solid-js'
import { useSession } from './session.ts'
import { createLiveStream, type LiveStream } from '../shared/create-live-stream.ts'

const LiveContext = createContext<LiveStream>()

/** Opens the event stream for as long as somebody is signed in, from before anything of theirs was read. */
export const LiveProvider = (props: ParentProps) => {
  const stream = createLiveStream('/api/live', useQueryClient(), untrack(useSession()).liveSeq)
  return <LiveContext.Provider value={stream}>{props.children}</LiveContext.Provider>
}

/** `useLive().listen('call', (event) => …)`; queries are made stale without being asked. */
export const useLive = (): LiveStream => {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive is called outside <LiveProvider>')
  return live
}
