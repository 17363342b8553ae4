import type { Find, What } from './find.types.ts'
import { fold } from './fold.rules.ts'
import { findCreditCodes, findNumbers } from './numbers.rules.ts'
import { findNames, findSpeech } from './speech.rules.ts'

/** What stands in a text in place of what was taken out. */
const tokens: Record<What, string> = {
  phone: '〔电话〕',
  identity: '〔证件号〕',
  code: '〔信用代码〕',
  card: '〔银行卡号〕',
  name: '〔姓名〕',
  mail: '〔邮箱〕',
  account: '〔账号〕',
  address: '〔住址〕',
  plate: '〔车牌〕',
}
const isToken = new RegExp(Object.values(tokens).join('|'), 'g')

/** One after the other: what overlaps becomes one, named for what begins first; nothing reaches into what is masked already. */
const settle = (finds: readonly Find[], masked: readonly { from: number; to: number }[]): Find[] => {
  const settled: Find[] = []
  const free = finds.filter(({ from, to }) => !masked.some((token) => from < token.to && to > token.from))
  for (const find of free.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = settled.at(-1)
    if (last && find.from < last.to) last.to = Math.max(last.to, find.to)
    else settled.push({ ...find })
  }
  return settled
}

interface Masking {
  /** What the citizen is called. */
  names?: readonly string[]
  /** What stands in place of what was taken out; a word for what it was, unless told. */
  with?: string
}

const maskOnce = (text: string, { names = [], with: instead }: Masking): string => {
  const { text: plain, at } = fold(text)
  const masked = [...plain.matchAll(isToken)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
  const known = names.map((name) => fold(name).text)
  const finds = settle(
    [...findNumbers(plain), ...findCreditCodes(plain), ...findSpeech(plain), ...findNames(plain, known)],
    masked,
  )
  let result = ''
  let done = 0
  for (const { what, from, to } of finds) {
    const [begin = 0, end = 0] = [at[from], at[to]]
    result += text.slice(done, begin) + (instead ?? tokens[what])
    done = end
  }
  return result + text.slice(done)
}

/**
 * A text without what tells who wrote it: telephone numbers, identity and bank cards, unified social credit codes, each by its standard and in any
 * writing (full width, spaces, hyphens, Chinese digits); mail and accounts; name, address and car as people tell them of themselves; and the
 * names given. Masking twice is masking once.
 */
export const maskWords = (text: string, masking: Masking = {}): string => {
  // What touched a number and was none for that reason may be one when that is gone.
  const next = maskOnce(text, masking)
  return next === text ? text : maskWords(next, masking)
}
