import { createArticleIn, type ArticleDeps } from './create-article.ts'
import { listArticles, readArticle } from './read-articles.ts'

/** The knowledge base: what may be answered on the spot, by whom it is kept, and until when it holds. */
export const createKnowledge = (deps: ArticleDeps) => ({
  deps,
  createArticleIn: createArticleIn(deps),
  list: listArticles(deps),
  read: readArticle(deps),
})
export type Knowledge = ReturnType<typeof createKnowledge>
