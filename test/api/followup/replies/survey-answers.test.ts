import { describe, expect, it } from 'vitest'
import { readReply, type Known } from '../../../../api/followup/replies/reply.rules.ts'
import { surveyAnswers } from './survey-answers.ts'

const known: Readonly<Record<1 | 2 | 3 | 4, Known>> = {
  1: { contacted: null, solved: null, grade: null, reason: null },
  2: { contacted: true, solved: null, grade: null, reason: null },
  3: { contacted: true, solved: true, grade: null, reason: null },
  4: { contacted: true, solved: false, grade: 1, reason: null },
}

const short = (said: ReturnType<typeof readReply>): string => {
  if (said === null) return '-'
  if (said === 'again') return '?'
  const { contacted, solved, grade, reason } = said
  return [
    contacted !== undefined && `c${contacted ? 1 : 0}`,
    solved !== undefined && `s${solved ? 1 : 0}`,
    grade !== undefined && `g${grade}`,
    reason !== undefined && 'r',
  ]
    .filter(Boolean)
    .join(' ')
}

describe('the written set of survey answers', () => {
  const cases = surveyAnswers.flatMap(([question, , ...texts]) => texts.map((text) => `${question} ${text}`))
  it('is large, and says nothing twice', () => {
    expect(cases.length).toBeGreaterThan(300)
    expect(new Set(cases).size).toBe(cases.length)
  })
  it.each(surveyAnswers.map(([question, reading, ...texts]) => ({ question, reading, texts })))(
    'while question $question is open, reads $reading',
    ({ question, reading, texts }) => {
      const read = texts.map((text) => `${text}: ${short(readReply(text, known[question]))}`)
      expect(read).toEqual(texts.map((text) => `${text}: ${reading}`))
    },
  )
})
