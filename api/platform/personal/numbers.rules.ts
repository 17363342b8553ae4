import { normalisePhone } from '../phone.rules.ts'
import { isCardNumber } from './card-number.rules.ts'
import { isCreditCode } from './credit-code.rules.ts'
import { digitRuns } from './digits.rules.ts'
import { isIdentityNumber, looksLikeIdentityNumber } from './identity-number.rules.ts'
import type { Find, What } from './find.types.ts'

/** A sum of money is no number of a person. */
const moneyBefore = /(?:[¥$€£]|金额|人民币|rmb)[\s:：]*$/i
const moneyAfter = /^(?:\.\d{1,2})?\s*(?:元(?!旦)|块钱|万元|亿元|圆|人民币|yuan|rmb)/i
const saidIdentity = /(?:身份[证證]|[证證]件|\bid)(?:号码?|號碼?|是|[为為]|card|number|no\.?|[\s:：#])*$/i
const saidPhone =
  /(?:[电電][话話]|座[机機]|手[机機]|[致拨撥来來]打?[电電]|联系方式|聯繫方式|tel|phone|call)(?:号码?|號碼?|是|[为為]|[\s:：])*$/i
const saidTail = /(?:尾号|尾號|[后後]四位|末四位)(?:是|[为為]|[\s:：])*$/

/** Numbers anybody may know: free and shared-cost lines, service numbers. */
const publicLine = /^\+86(?:[48]00|9[56]\d{3,6}$)/

const isPhone = (digits: string, plus: boolean): boolean => {
  if (plus) return digits.length >= 8 && digits.length <= 15 && normalisePhone(`+${digits}`) !== null
  if (/^00[1-9]\d{7,14}$/.test(digits)) return normalisePhone(`+${digits.slice(2)}`) !== null
  const mobile = /^(?:86|0)?(1[3-9]\d{9})$/.exec(digits)
  if (mobile) return true
  // A number of the mainland's landlines is told from any other figure by the zero before its area, or by the country before that.
  if (!/^(?:0[1-9]\d{8,10}|86[1-9]\d{8,10})$/.test(digits)) return false
  const phone = normalisePhone(digits.startsWith('86') ? `+${digits}` : digits)
  return phone !== null && phone.startsWith('+86') && !publicLine.test(phone)
}

const isLocal = /^[2-8]\d{6,7}$/

/** Where the figures of a folded text are a person's numbers: telephone, identity card, bank card. */
export const findNumbers = (text: string): Find[] => {
  const finds: Find[] = []
  for (const { signs, breaks } of digitRuns(text)) {
    for (let from = 0; from < signs.length;) {
      const found = breaks[from] ? longestAt(text, signs, breaks, from) : null
      if (found) finds.push(found.find)
      from = found ? found.next : from + 1
    }
  }
  return finds
}

const shortest = 4
const longest = 19

const longestAt = (
  text: string,
  signs: ReturnType<typeof digitRuns>[number]['signs'],
  breaks: readonly boolean[],
  from: number,
): { find: Find; next: number } | null => {
  const start = signs[from]?.at ?? 0
  const before = text.slice(Math.max(0, start - 24), start)
  const [sign] = /\+\s?$/.exec(before) ?? []
  let digits = signs
    .slice(from, from + longest)
    .map(({ digit }) => digit)
    .join('')
  for (; digits.length >= shortest; digits = digits.slice(0, -1)) {
    const next = from + digits.length
    if (next < signs.length && !breaks[next]) continue
    const end = (signs[next - 1]?.at ?? 0) + 1
    const [letter] = digits.length === 17 ? (/^[\s-]?[x×](?![a-z0-9])/i.exec(text.slice(end, end + 3)) ?? []) : []
    const what = ownerOf(letter === undefined ? digits : `${digits}X`, before, sign !== undefined)
    if (!what || (what !== 'identity' && isMoney(before, text.slice(end, end + 8)))) continue
    const begin = what === 'phone' ? start - (sign?.length ?? 0) : start
    return { find: { what, from: begin, to: end + (letter?.length ?? 0) }, next }
  }
  return null
}

const isMoney = (before: string, after: string) => moneyBefore.test(before) || moneyAfter.test(after)

const ownerOf = (number: string, before: string, plus: boolean): What | null => {
  const { length } = number
  if (length === 15 || length === 18) {
    if (isIdentityNumber(number)) return 'identity'
    if (looksLikeIdentityNumber(number) && saidIdentity.test(before)) return 'identity'
  }
  if (number.endsWith('X')) return null
  if (length >= 15 && isCardNumber(number)) return 'card'
  if (length >= 8 && isPhone(number, plus)) return 'phone'
  if (isLocal.test(number) && saidPhone.test(before)) return 'phone'
  return length === 4 && saidTail.test(before) ? 'phone' : null
}

const codeRun = /[0-9A-HJ-NPQRTUWXY](?:[ -]?[0-9A-HJ-NPQRTUWXY]){17}/gi

/** Where a folded text names a unified social credit code. */
export const findCreditCodes = (text: string): Find[] => {
  const finds: Find[] = []
  const pattern = new RegExp(codeRun, 'gi')
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const from = match.index
    const to = from + match[0].length
    const alone = !/[a-z0-9]/i.test(text[from - 1] ?? '') && !/[a-z0-9]/i.test(text[to] ?? '')
    if (alone && isCreditCode(match[0].replaceAll(/[ -]/g, '').toUpperCase())) finds.push({ what: 'code', from, to })
    else pattern.lastIndex = from + 1
  }
  return finds
}
