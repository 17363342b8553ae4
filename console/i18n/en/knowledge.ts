import type { Translation } from '../i18n.types.ts'
import type { knowledge as source } from '../zh-CN/knowledge.ts'

export const knowledge: Translation<typeof source> = {
  'knowledge.title': 'Knowledge',
  'knowledge.article': 'Article',
  'knowledge.search': 'Search knowledge',
  'knowledge.expired': 'With expired ones',
  'knowledge.isExpired': 'Expired',
  'knowledge.none': 'Choose an article',
  'knowledge.noneHint': 'Search by words of the title or the text, separated by blanks.',
  'knowledge.listEmpty': 'No article was found',
  'knowledge.listEmptyHint': 'Try another word, or only one of them.',
  'knowledge.nothingYet': 'The knowledge base is empty',
  'knowledge.nothingYetHint':
    'Articles that administrators add appear here, and are suggested by matter while a request is taken.',
  'knowledge.expiredHint': 'This article has expired. Check with the unit that keeps it before you use it.',
  'knowledge.keptBy': 'Kept by {unit}',
  'knowledge.validUntil': 'valid until {day}',
  'knowledge.updated': 'updated {day}',
}
