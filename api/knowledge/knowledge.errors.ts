import { problemsOf, type ProblemTable } from '../platform/problem.ts'

/** Refusals of the knowledge base. */
export const knowledgeProblems = {
  'article.not-found': { status: 404, title: 'Article not found' },
  'article.exists': { status: 409, title: 'There is an article with this short name' },
} as const satisfies ProblemTable

/** Refusals of articles. */
export const knowledgeProblem = problemsOf(knowledgeProblems)
