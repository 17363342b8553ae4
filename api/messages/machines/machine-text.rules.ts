import { oneSpelling } from '../../platform/writing/one-spelling.ts'
import type { MachineKind } from '../../vocabulary/message.ts'
import { machineWords } from './machine.words.ts'

/** Longer texts are somebody's own. */
const longest = 600

/** Lower case, half width, simplified, without invisible characters, single spaces; signs stay, for they tell a machine's text. */
const spelt = (text: string) =>
  oneSpelling(text.replaceAll(/\p{Cf}/gu, ''))
    .replaceAll(/\s+/g, ' ')
    .trim()

const isCode = (text: string) =>
  machineWords.codeName.test(text) &&
  machineWords.codeFigures.test(text) &&
  machineWords.codeCare.test(text) &&
  !machineWords.codeDoubt.test(text)

const isAdvert = (text: string) =>
  text.length >= 16 &&
  ((machineWords.signature.test(text) && machineWords.optOutTail.test(text)) || machineWords.optOutEnglish.test(text))

const isAutoReply = (text: string) => machineWords.autoReply.some((words) => words.test(text))

/** What a text is by its words, where a machine wrote it; null for a person's. Strict: what is in doubt is a person's. */
export const readMachineWords = (body: string): Extract<MachineKind, 'autoReply' | 'code' | 'advert'> | null => {
  if (body.length > longest) return null
  const text = spelt(body)
  if (isAutoReply(text)) return 'autoReply'
  if (isCode(text)) return 'code'
  return isAdvert(text) ? 'advert' : null
}
