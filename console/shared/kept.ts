import { createSignal, type Accessor } from 'solid-js'

/** A place in this tab for what somebody is writing: a reload, or a look at something else, loses none of it. */
export interface Kept<T> {
  /** What lies there; a copy that no longer parses is as good as none. */
  read: () => T | undefined
  /** Undefined once it was sent or cleared. */
  write: (value: T | undefined) => void
}

type KeptStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** `writer`: the id of the staff; a session may end without a sign-out, and the next person may sit down at the same tab. */
export const kept = <T>(writer: string, what: string, store: KeptStore = sessionStorage): Kept<T> => {
  const place = `yixian.kept.${writer}.${what}`
  return {
    read: () => {
      try {
        const text = store.getItem(place)
        return text === null ? undefined : asKept<T>(JSON.parse(text))
      } catch {
        return undefined
      }
    },
    write: (value) => (value === undefined ? store.removeItem(place) : store.setItem(place, JSON.stringify(value))),
  }
}

/** Only `write` writes there, from a `T`. */
const asKept = <T>(value: unknown): T => value as T

/** Words that are kept as they are typed. `sent` clears them, unless somebody went on typing while they were on their way. */
export const createKeptText = (
  place: Kept<string>,
): { text: Accessor<string>; write: (text: string) => void; sent: (text: string) => void } => {
  const [text, setText] = createSignal(place.read() ?? '')
  const write = (next: string) => {
    setText(next)
    place.write(next === '' ? undefined : next)
  }
  return { text, write, sent: (gone) => text() === gone && write('') }
}
