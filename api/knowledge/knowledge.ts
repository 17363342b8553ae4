import { createArticleIn, type ArticleDeps } from './create-article.ts'
import { respellJob } from '../platform/writing/respell.ts'
import { articleTexts } from './respell.ts'
import { listArticles, readArticle, soundingArticles } from './read-articles.ts'

/** The knowledge base: what may be answered on the spot, by whom it is kept, and until when it holds. */
export const createKnowledge = (deps: ArticleDeps) => ({
  deps,
  createArticleIn: createArticleIn(deps),
  list: listArticles(deps),
  sounding: soundingArticles(deps),
  read: readArticle(deps),
  jobs: [respellJob(deps, articleTexts)],
})
export type Knowledge = ReturnType<typeof createKnowledge>
