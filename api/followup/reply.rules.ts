import { oneSpelling } from '../platform/writing/one-spelling.ts'
import type { FollowUpStep } from '../vocabulary/follow-up.ts'
import {
  contactedNo,
  contactedYes,
  courtesy,
  gradeDigits,
  gradeFigure,
  gradeShort,
  gradeWords,
  no,
  solvedNo,
  solvedShort,
  solvedYes,
  yes,
} from './reply.words.ts'

/** What a citizen has answered so far, or answers now; undefined: nothing said about it. */
export interface Answers {
  contacted?: boolean
  solved?: boolean
  grade?: number
  reason?: string
}

/** What a round has learnt so far; null is not answered yet. `grade` is 1 (very dissatisfied) to 5. */
export interface Known {
  contacted: boolean | null
  solved: boolean | null
  grade: number | null
  reason: string | null
}

const tidy = (text: string) =>
  oneSpelling(text)
    .replaceAll(/[\u0000-\u001f]+/g, ' ')
    .replaceAll(/[\p{Cf}\u{FE0F}\u{20E3}\p{Emoji_Modifier}]/gu, '')
    .replace(/(?<=[\p{L}\p{N}].*)[\p{S}\s]+$/u, '')
    .replaceAll(/^[\s"'“”【】[\]()]+|[\s"'“”【】[\]().。!！~、,，;；:：?？]+$/g, '')
    .trim()

const gradeOf = (word: string): number | null => {
  const figure = gradeFigure.exec(word)?.[1]
  if (figure !== undefined) return /\d/.test(figure) ? Number(figure) : gradeDigits.indexOf(figure) + 1
  return gradeWords.find(([, words]) => words.test(word))?.[0] ?? null
}

/** One word or phrase as an answer: to the open question first, else to the one question it can only be about. */
const readOne = (word: string, step: FollowUpStep): Answers | null => {
  if (step === 'contacted' || step === 'solved') {
    if (yes.test(word)) return { [step]: true }
    if (no.test(word)) return { [step]: false }
  }
  if (step === 'solved' && (solvedShort.yes.test(word) || solvedShort.no.test(word)))
    return { solved: solvedShort.yes.test(word) }
  if (step === 'satisfied') {
    const grade = gradeOf(word) ?? gradeShort.find(([, words]) => words.test(word))?.[0] ?? null
    if (grade !== null) return { grade }
  }
  if (contactedYes.test(word)) return { contacted: true }
  if (contactedNo.test(word)) return { contacted: false }
  if (solvedYes.test(word)) return { solved: true }
  if (solvedNo.test(word)) return { solved: false }
  const grade = gradeOf(word)
  // 1 and 2 answer yes-or-no questions; only the words and 3 to 5 are a grade wherever they stand.
  return grade !== null && (grade >= 3 || word.length > 2) ? { grade } : null
}

const isSame = (left: Answers, right: Answers) =>
  left.contacted === right.contacted && left.solved === right.solved && left.grade === right.grade

/** A figure with what it stands for (1是, 5非常满意) is one answer; where the two disagree it is none. */
const readFigureWithName = (word: string, step: FollowUpStep): Answers | null => {
  const [, figure = '', name = ''] = /^([1-5])(\D+)$/.exec(word) ?? []
  const [told, named] = [readOne(figure, step), readOne(name, step)]
  return told && named && isSame(told, named) ? told : null
}

/** The question that one answer is about. */
const stepOf = (said: Answers): FollowUpStep =>
  said.contacted !== undefined ? 'contacted' : said.solved !== undefined ? 'solved' : 'satisfied'

/** 1 是: whether a word behind a figure only says again what the figure said, and answers no second question. */
const repeats = (word: string, before: string | undefined, said: Answers | null): boolean => {
  if (said === null || !/^[1-5]$/.test(before ?? '') || /^\d/.test(word)) return false
  const again = readOne(word, stepOf(said))
  return again !== null && isSame(again, said)
}

/** The question that is still open. Somebody dissatisfied is asked why. */
export const nextStep = (known: Known): FollowUpStep => {
  if (known.contacted === null) return 'contacted'
  if (known.solved === null) return 'solved'
  if (known.grade === null) return 'satisfied'
  return known.grade <= 2 && known.reason === null ? 'reason' : 'done'
}

/** What is known after an answer: what was said counts, what was not said stays. */
export const withAnswers = (known: Known, said: Answers): Known => ({
  contacted: said.contacted ?? known.contacted,
  solved: said.solved ?? known.solved,
  grade: said.grade ?? known.grade,
  reason: said.reason ?? known.reason,
})

/** Words left over after the answers are kept as the reason up to this length; longer ones are a message of their own. */
const longestRemark = 60

/** The words of a reply; courtesies say nothing. 1是2否 is told apart before its figures. */
const parts = (text: string): string[] => {
  if (/^[1-5]{2,3}$/.test(text)) return [...text]
  return text
    .replaceAll(/(?<=^[1-5]\p{Script=Han}+)(?=[1-5])/gu, ' ')
    .split(/[\s,，、;；/|!！。]+|(?<=\d)\./u)
    .map(tidy)
    .filter((part) => part !== '' && !courtesy.test(part))
}

/**
 * Reads a text as answers to the open questions: one answer, several in order (`1 1 5`, `115`, `是，没有，不满意`), or the reason.
 * `again`: a bare figure that no question takes. `null`: not an answer; the text is somebody's own message and must not be lost.
 */
export const readReply = (text: string, known: Known): Answers | 'again' | null => {
  const whole = tidy(text)
  if (whole === '') return null
  const step = nextStep(known)
  // Figures sent twice are no reason.
  if (step === 'reason') return /\p{L}/u.test(whole) ? { reason: text.trim().slice(0, 2_000) } : 'again'
  if (step === 'done') return null

  const words = parts(whole)
  const together = readOne(words.join(' '), step)
  if (together) return together
  let now = known
  let last: Answers | null = null
  const said: Answers = {}
  let used = 0
  for (const word of words) {
    const open = nextStep(now)
    if (!repeats(word, words[used - 1], last)) {
      const one: Answers | null =
        open === 'reason' || open === 'done' ? null : (readOne(word, open) ?? readFigureWithName(word, open))
      if (!one) break
      Object.assign(said, one)
      now = withAnswers(now, one)
      last = one
    }
    used++
  }
  if (used === 0) return /^\d{1,3}[分星]?$/.test(whole) ? 'again' : null
  if (used === words.length) return said
  const rest = words.slice(used).join(' ')
  if (/^\d+$/.test(rest)) return 'again'
  return rest.length <= longestRemark ? { ...said, reason: rest } : null
}
