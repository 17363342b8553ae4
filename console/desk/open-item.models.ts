/** What lies on the desk: a call, a text thread, or a form begun by hand; written into the address as `call:<id>`. */
export interface OpenItem {
  kind: 'call' | 'thread' | 'draft' | 'new'
  id: string
}

/** What the address says is open; nothing where it names nothing that can be. */
export const parseItem = (text: string): OpenItem | undefined => {
  if (text === 'new') return { kind: 'new', id: '' }
  const [, kind, id] = /^(call|thread|draft):([\w-]+)$/.exec(text) ?? []
  return (kind === 'call' || kind === 'thread' || kind === 'draft') && id !== undefined ? { kind, id } : undefined
}
/** What is open, for the address; empty for nothing. */
export const writeItem = (item: OpenItem | undefined): string =>
  item === undefined ? '' : item.kind === 'new' ? 'new' : `${item.kind}:${item.id}`

/** Whether two mean the same. */
export const sameItem = (a: OpenItem | undefined, b: OpenItem | undefined): boolean => writeItem(a) === writeItem(b)
