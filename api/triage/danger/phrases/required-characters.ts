/** Characters so frequent that their presence says nothing. */
const frequent = new Set(
  '的了一是我不在人们有来他这上着个地到大里说去子得也和那要下看过出会可没都就又被把给还很正从外快后好',
)
const weightOf = (char: string): number => (frequent.has(char) ? 20 : 1)

/** One of these characters stands in every text that matches; null: nothing is known. */
export type Needed = ReadonlySet<string> | null

const weight = (needed: ReadonlySet<string>): number => [...needed].reduce((sum, char) => sum + weightOf(char), 0)
const rarer = (one: Needed, other: Needed): Needed =>
  one === null || (other !== null && weight(other) < weight(one)) ? other : one

/** Reads a phrase of the danger notation from the left and keeps the rarest of what it needs. */
class Reader {
  private at = 0
  private readonly phrase: string
  constructor(phrase: string) {
    this.phrase = phrase
  }

  /** `a|b|c` up to the closing bracket or the end: one of what each alternative needs. */
  alternatives(skip: number): Needed {
    let all: Set<string> | null = new Set()
    for (;;) {
      const needed = this.sequence(skip)
      if (needed === null) all = null
      else if (all) for (const char of needed) all.add(char)
      if (this.phrase[this.at] !== '|') return all
      this.at++
    }
  }

  private sequence(skip: number): Needed {
    let best: Needed = null
    for (let item = 0; this.at < this.phrase.length; item++) {
      const sign = this.phrase.charAt(this.at)
      if (sign === '|' || sign === ')') break
      const needed = this.item(sign)
      if (!this.isOptional() && item >= skip) best = rarer(best, needed)
    }
    return best
  }

  private item(sign: string): Needed {
    this.at++
    if (sign === '(') {
      const look = /^\?(?:<?[=!]|:)/.exec(this.phrase.slice(this.at))?.[0] ?? ''
      this.at += look.length
      const needed = this.alternatives(0)
      this.at++
      return look.length > 0 && look !== '?:' ? null : needed
    }
    if (sign === '[') this.at = this.phrase.indexOf(']', this.at) + 1
    if (sign === '\\') this.at++
    return /[\u4e00-\u9fff]/.test(sign) ? new Set([sign]) : null
  }

  private isOptional(): boolean {
    const many = /^(?:[?*]|\{\d*,?\d*\})\??/.exec(this.phrase.slice(this.at))?.[0]
    this.at += many?.length ?? 0
    if (this.phrase[this.at] === '+') this.at++
    return many !== undefined
  }
}

/**
 * The characters of which one must stand behind the first `known` ones wherever this Chinese phrase matches; null where none is certain.
 * A look at them costs less than a try of the phrase.
 */
export const neededBehind = (phrase: string, known: number): Needed => new Reader(phrase).alternatives(known)
