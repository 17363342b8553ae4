import type { ProblemTable } from '../platform/problem.ts'

export const knowledgeProblems = {
  'article.not-found': { status: 404, title: 'Article not found' },
} as const satisfies ProblemTable
