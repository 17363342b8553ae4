import { isCreditCode, looksLikeCreditCode } from './credit-code.rules.ts'
import { digitRuns } from './digits.rules.ts'
import { fold } from './fold.rules.ts'
import { isIdentityNumber, looksLikeIdentityNumber } from './identity-number.rules.ts'

/** A number with a wrong check character, as it was written. */
export interface Doubt {
  what: 'identity' | 'code'
  written: string
}

const alone = (text: string, from: number, to: number) =>
  !/[a-z0-9]/i.test(text[from - 1] ?? '') && !/[a-z0-9]/i.test(text[to] ?? '')

/**
 * Identity numbers and unified social credit codes in a text that have all of such a number but the right check character: somebody misheard or
 * mistyped, and is asked to look once more. Never a reason to refuse anything (domain: a checksum failure warns).
 */
export const doubtfulNumbers = (original: string): Doubt[] => {
  const { text, at } = fold(original)
  const doubts: Doubt[] = []
  const doubt = (what: Doubt['what'], from: number, to: number) =>
    doubts.push({ what, written: original.slice(at[from], at[to]) })
  for (const { signs, breaks } of digitRuns(text)) {
    const number = signs.map(({ digit }) => digit).join('')
    for (let from = 0; from + 17 <= signs.length; from++) {
      if (!breaks[from]) continue
      const end = (count: number) => (signs[from + count - 1]?.at ?? 0) + 1
      const [letter] = /^[\s-]?[x×](?![a-z0-9])/i.exec(text.slice(end(17), end(17) + 3)) ?? []
      const whole = letter === undefined ? number.slice(from, from + 18) : `${number.slice(from, from + 17)}X`
      const next = from + (letter === undefined ? 18 : 17)
      if (whole.length < 18 || (next < signs.length && !breaks[next])) continue
      if (!looksLikeIdentityNumber(whole) || isIdentityNumber(whole)) continue
      doubt('identity', signs[from]?.at ?? 0, end(next - from) + (letter?.length ?? 0))
      from = next - 1
    }
  }
  for (const match of text.matchAll(/[0-9a-hj-npqrtuwxy]{18}/gi)) {
    const [from, to] = [match.index, match.index + 18]
    const code = match[0].toUpperCase()
    if (alone(text, from, to) && /[A-WY]/.test(code) && looksLikeCreditCode(code) && !isCreditCode(code))
      doubt('code', from, to)
  }
  return doubts
}
