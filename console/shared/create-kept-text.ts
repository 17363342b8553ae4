import { createSignal, type Accessor } from 'solid-js'

/**
 * Words somebody is writing and has not sent, kept in this tab under `key` until they are sent or cleared: a reload or a look at
 * something else loses none of them. The key names the writer too, because the next person may sit down at the same tab.
 */
export const createKeptText = (key: string): [text: Accessor<string>, write: (text: string) => void] => {
  const place = `yixian.text.${key}`
  const [text, setText] = createSignal(sessionStorage.getItem(place) ?? '')
  const write = (next: string) => {
    setText(next)
    if (next === '') sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, next)
  }
  return [text, write]
}
