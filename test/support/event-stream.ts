/** An open stream of server-sent events, as a console holds one. */
export interface Stream {
  /** Numbers of the live events that came, in their order. */
  seqs: number[]
  /** Names of the events that came. */
  types: string[]
  close(): void
}

/** Opens a stream and goes on reading it. */
export const eventsOf = async (url: string, cookie: string): Promise<Stream> => {
  const stop = new AbortController()
  const answer = await fetch(url, { headers: { cookie }, signal: stop.signal })
  if (!answer.ok) throw new Error(`no stream: ${answer.status}`)
  const stream: Stream = { seqs: [], types: [], close: () => stop.abort() }
  const take = (block: string) => {
    const id = /^id: ?(\d+)$/m.exec(block)?.[1]
    const type = /^event: ?(.+)$/m.exec(block)?.[1]
    const data = /^data: ?(.*)$/m.exec(block)?.[1]
    if (data !== undefined && type === undefined && id !== undefined) stream.seqs.push(Number(id))
    if (type !== undefined) stream.types.push(type)
  }
  const read = async () => {
    let kept = ''
    const decoder = new TextDecoder()
    for await (const part of answer.body ?? []) {
      kept += decoder.decode(part, { stream: true })
      const blocks = kept.split('\n\n')
      kept = blocks.pop() ?? ''
      blocks.forEach(take)
    }
  }
  // Ends with its server, or with the test.
  void read().catch(() => {})
  return stream
}
