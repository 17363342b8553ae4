import { useQueryClient } from '@tanstack/solid-query'
import { createContext, useContext, type ParentProps } from 'solid-js'
import { createLiveStream, type LiveStream } from '../shared/create-live-stream.ts'

const LiveContext = createContext<LiveStream>()

/** Opens the event stream for as long as somebody is signed in. */
export const LiveProvider = (props: ParentProps) => (
  <LiveContext.Provider value={createLiveStream('/api/live', useQueryClient())}>{props.children}</LiveContext.Provider>
)

/** `useLive().listen('call', (event) => …)`; queries are made stale without being asked. */
export const useLive = (): LiveStream => {
  const live = useContext(LiveContext)
  if (!live) throw new Error('useLive is called outside <LiveProvider>')
  return live
}
