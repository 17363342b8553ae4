import { useNavigate } from '@solidjs/router'
import BookOpen from 'lucide-solid/icons/book-open'
import { createSearchSource } from '../app/commands.ts'
import { useI18n } from '../i18n/i18n.tsx'

/** Knowledge in ⌘K, by words of title and text. Shows nothing itself; its code comes with the first search. */
export const ArticleSearch = () => {
  const { t } = useI18n()
  const navigate = useNavigate()
  createSearchSource({
    title: () => t('knowledge.title'),
    search: async (q, signal) => {
      const { readArticles } = await import('./knowledge.api.ts')
      const { items } = await readArticles({ q }, undefined, 4, signal)
      return items.map((article) => ({
        id: article.id,
        label: article.title,
        icon: BookOpen,
        run: () => navigate(`/knowledge?article=${article.id}`),
      }))
    },
  })
  return null
}
