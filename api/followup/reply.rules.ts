import type { FollowUpStep } from './followup.types.ts'

/** What a citizen has answered so far, or answers now; undefined: nothing said about it. */
export interface Answers {
  contacted?: boolean
  solved?: boolean
  grade?: number
  reason?: string
}

export interface Known {
  contacted: boolean | null
  solved: boolean | null
  grade: number | null
  reason: string | null
}

const yes = ['1', '一', '是', '是的', '有', '有的', '对', '对的', 'yes', 'y', 'yeah', 'ok']
const no = ['2', '二', '否', '不', '不是', '没', '没有', 'no', 'n', 'nope']
const contactedYes = [
  '联系了',
  '联系过',
  '联系过了',
  '有联系',
  '已联系',
  '有联系过',
  '打过电话',
  'contacted',
  'they called',
]
const contactedNo = [
  '没联系',
  '未联系',
  '没有联系',
  '没联系过',
  '没人联系',
  '没有联系过',
  'not contacted',
  'nobody called',
]
const solvedYes = [
  '解决',
  '解决了',
  '已解决',
  '已经解决',
  '好了',
  '修好了',
  '处理好了',
  'solved',
  'fixed',
  'resolved',
  'it is solved',
  'it is fixed',
]
const solvedNo = [
  '没解决',
  '未解决',
  '没有解决',
  '还没',
  '还没有',
  '还没解决',
  '没好',
  '没修好',
  '没处理',
  'unsolved',
  'not solved',
  'not fixed',
  'not resolved',
  'not yet',
]

const gradeWords: readonly (readonly [grade: number, words: readonly string[]])[] = [
  [
    1,
    [
      '非常不满意',
      '很不满意',
      '十分不满意',
      '极不满意',
      '太差了',
      'very dissatisfied',
      'very unsatisfied',
      'not at all',
      'not satisfied at all',
    ],
  ],
  [2, ['不满意', '不太满意', '不满', 'dissatisfied', 'unsatisfied', 'not satisfied', 'unhappy']],
  [3, ['基本满意', '一般', '还行', '还可以', '比较满意', 'mostly', 'mostly satisfied', 'so so']],
  [5, ['非常满意', '很满意', '十分满意', '特别满意', 'very satisfied', 'very happy', 'very']],
  [4, ['满意', 'satisfied', 'happy']],
]
const gradeDigits = ['一', '二', '三', '四', '五']

const tidy = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u0000-\u001f]+/g, ' ')
    .replaceAll(/^[\s"'“”【】[\]()]+|[\s"'“”【】[\]().。!！~、,，;；:：?？]+$/g, '')
    .trim()

const gradeOf = (word: string): number | null => {
  const figure = /^([1-5])(?:分|星|点)?$/.exec(word)
  if (figure) return Number(figure[1])
  const digit = gradeDigits.indexOf(word.replace(/[分星点]$/, ''))
  if (digit >= 0) return digit + 1
  return gradeWords.find(([, words]) => words.includes(word))?.[0] ?? null
}

/** One word or phrase as an answer: to the open question first, else to the one question it can only be about. */
const readOne = (word: string, step: FollowUpStep): Answers | null => {
  if (step === 'contacted' && [...yes, ...contactedYes].includes(word)) return { contacted: true }
  if (step === 'contacted' && [...no, ...contactedNo].includes(word)) return { contacted: false }
  if (step === 'solved' && [...yes, ...solvedYes].includes(word)) return { solved: true }
  if (step === 'solved' && [...no, ...solvedNo].includes(word)) return { solved: false }
  if (step === 'satisfied') {
    const grade = gradeOf(word)
    if (grade !== null) return { grade }
  }
  if (contactedYes.includes(word)) return { contacted: true }
  if (contactedNo.includes(word)) return { contacted: false }
  if (solvedYes.includes(word) && word.length > 2) return { solved: true }
  if (solvedNo.includes(word)) return { solved: false }
  const grade = gradeOf(word)
  // 1 and 2 answer yes-or-no questions; only the words and 3 to 5 are a grade wherever they stand.
  return grade !== null && (grade >= 3 || word.length > 2) ? { grade } : null
}

/** The question that is still open. Somebody dissatisfied is asked why. */
export const nextStep = (known: Known): FollowUpStep => {
  if (known.contacted === null) return 'contacted'
  if (known.solved === null) return 'solved'
  if (known.grade === null) return 'satisfied'
  return known.grade <= 2 && known.reason === null ? 'reason' : 'done'
}

export const withAnswers = (known: Known, said: Answers): Known => ({
  contacted: said.contacted ?? known.contacted,
  solved: said.solved ?? known.solved,
  grade: said.grade ?? known.grade,
  reason: said.reason ?? known.reason,
})

/** Words left over after the answers are kept as the reason up to this length; longer ones are a message of their own. */
const longestRemark = 60

const parts = (text: string): string[] => {
  if (/^[1-5]{2,3}$/.test(text)) return [...text]
  return text
    .split(/[\s,，、;；/|]+|(?<=\d)[.。](?=\s|\d|$)/u)
    .map(tidy)
    .filter((part) => part !== '')
}

/**
 * Reads a text as answers to the open questions: one answer, several in order (`1 1 5`, `115`, `是，没有，不满意`), or the reason.
 * `again`: a bare figure that no question takes. `null`: not an answer; the text is somebody's own message and must not be lost.
 */
export const readReply = (text: string, known: Known): Answers | 'again' | null => {
  const whole = tidy(text)
  if (whole === '') return null
  const step = nextStep(known)
  if (step === 'reason') return { reason: text.trim().slice(0, 2_000) }
  if (step === 'done') return null
  const single = readOne(whole, step)
  if (single) return single

  let now = known
  const said: Answers = {}
  const words = parts(whole)
  let used = 0
  for (const word of words) {
    const open = nextStep(now)
    const one = open === 'reason' || open === 'done' ? null : readOne(word, open)
    if (!one) break
    Object.assign(said, one)
    now = withAnswers(now, one)
    used++
  }
  if (used === 0) return /^\d{1,3}$/.test(whole) ? 'again' : null
  if (used === words.length) return said
  const rest = words.slice(used).join(' ')
  if (/^\d+$/.test(rest)) return 'again'
  return rest.length <= longestRemark ? { ...said, reason: rest } : null
}
