const numerals = new Map(
  ['零〇○', '一壹幺弌', '二贰貳两', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, String(digit)]),
  ),
)

/** A digit where it stands in a text: a figure, or a numeral (一, 幺). */
interface Sign {
  digit: string
  at: number
  numeral: boolean
}

/** Figures that belong together: nothing but a space, hyphen or bracket between any two of them. */
export interface DigitRun {
  signs: Sign[]
  /** Whether a number may begin, or the one before it end, at a sign: never between two figures that touch. */
  breaks: boolean[]
}

const gap = /^[\s()._·—–‑‐−-]{1,3}$/
/** Brackets stand around the area or the country of a number, which have at most so many digits. */
const longestInBrackets = 5
const joins = (between: string, digitsBefore: number) =>
  gap.test(between) && (digitsBefore <= longestInBrackets || !/[()]/.test(between))

const digitOf = (unit: string): Sign | null => {
  if (unit >= '0' && unit <= '9') return { digit: unit, at: 0, numeral: false }
  const digit = numerals.get(unit)
  return digit === undefined ? null : { digit, at: 0, numeral: true }
}

/** The runs of digits in a folded text, in order. */
export const digitRuns = (text: string): DigitRun[] => {
  const runs: DigitRun[] = []
  let run: DigitRun | null = null
  let end = 0
  for (let at = 0; at < text.length; at++) {
    const found = digitOf(text[at] ?? '')
    if (!found) {
      if (at - end >= 3) run = null
      continue
    }
    const last: Sign | undefined = run?.signs.at(-1)
    const touches = at === end
    if (!run || !last || !(touches || joins(text.slice(end, at), run.signs.length))) {
      run = { signs: [], breaks: [] }
      runs.push(run)
    }
    run.signs.push({ ...found, at })
    run.breaks.push(run.signs.length === 1 || !touches || found.numeral || last?.numeral === true)
    end = at + 1
  }
  return runs
}
