import type { FollowUpStep } from '../../vocabulary/follow-up.ts'
import { clausesOf, spelled } from './clauses.rules.ts'
import { gather, type Reading } from './gather.rules.ts'
import { byNumberOfQuestion, byPlace, order } from './places.rules.ts'
import { cameBack } from './reply.words.ts'
import type { Answers, Known } from './reply.types.ts'

export type { Answers, Known }

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

/** Whether a yes or no of its own belongs to what is said beside it: 是，联系过 while asked whether it is solved. */
const belongsTo = ({ places: [only, more], said }: Reading, step: FollowUpStep): boolean =>
  only?.is === 'short' &&
  more === undefined &&
  step === 'solved' &&
  said.contacted !== undefined &&
  said.solved === undefined

/**
 * Reads a text as answers to the open questions: one answer, all of them in order (`1 1 5`, `115`), what says by itself what it is about
 * (没人联系，也没解决), or the reason. `again`: it is about the survey and answers nothing for certain, so it is asked once more and never
 * guessed. `null`: a message of its own, which must not be lost. `asked` false: the text was sent before its question, so that only
 * words count that need none.
 */
export const readReply = (text: string, known: Known, asked = true): Answers | 'again' | null => {
  const step = nextStep(known)
  if (step === 'done') return null
  const whole = spelled(text)
  const clauses = clausesOf(whole)
  // Only signs: ?, …, a face.
  if (clauses.length === 0) return /[\p{P}\p{S}]/u.test(text) ? 'again' : null
  const counted = asked && step !== 'reason' ? byNumberOfQuestion(clauses, step) : null
  // Sent before its question, it was asked nothing.
  const reading = gather(counted ?? clauses, asked ? step : 'done')
  if (step === 'reason' && asked) return readReason(text, reading)
  const { said } = reading
  if (asked && !reading.contradicts && reading.places.length > 0 && !belongsTo(reading, step)) {
    const placed = byPlace(reading.places, step, said.grade !== undefined)
    if (placed === null) reading.contradicts = true
    for (const question of order) {
      const value = placed?.[question]
      if (value === undefined) continue
      const own = said[question]
      if (own === value) reading.left.push(reading.words[question] ?? '')
      if (own !== undefined && own !== value) {
        if (question === 'solved' && reading.places.length === 1) said.solved = false
        else reading.contradicts = true
      } else Object.assign(said, { [question]: value })
    }
  }
  if (reading.contradicts) return reading.told && Object.keys(said).length === 0 ? null : 'again'
  if (said.solved === true && reading.left.some((left) => cameBack.test(left))) said.solved = false
  if (Object.keys(said).length === 0) return reading.told ? null : 'again'
  if (reading.left.length === 0 || (!reading.told && (said.grade ?? 5) > 2)) return said
  const rest = reading.left.join(' ')
  if (rest.length <= longestRemark) return { ...said, reason: rest }
  return reading.told ? null : said
}

/** Any words are a reason that say more than the answers already given, unchanged. */
const readReason = (text: string, reading: Reading): Answers | 'again' =>
  /\p{L}/u.test(text) && (reading.told || reading.said.contacted === false || reading.said.solved === false)
    ? { reason: text.trim().slice(0, 2_000) }
    : 'again'

/** Whether a text is nothing but survey talk, whichever question it would have answered: no request is made of it. `content`: it blames nothing. */
export const surveyWords = (text: string): { content: boolean } | null => {
  const nothing: Known = { contacted: null, solved: null, grade: null, reason: null }
  const steps: readonly Known[] = [
    nothing,
    { ...nothing, contacted: true },
    { ...nothing, contacted: true, solved: true },
  ]
  for (const known of steps) {
    const said = readReply(text, known)
    if (said === null || said === 'again' || said.reason !== undefined) continue
    return { content: said.contacted !== false && said.solved !== false && (said.grade ?? 5) > 2 }
  }
  return null
}
