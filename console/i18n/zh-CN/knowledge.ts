/** The knowledge base. */
export const knowledge = {
  'knowledge.title': '知识库',
  'knowledge.article': '知识',
  'knowledge.search': '搜索知识',
  'knowledge.expired': '含已过期',
  'knowledge.isExpired': '已过期',
  'knowledge.none': '请选择一条知识',
  'knowledge.noneHint': '可按标题或内容中的词语搜索，多个词以空格隔开。',
  'knowledge.listEmpty': '没有找到相关知识',
  'knowledge.listEmptyHint': '请换个词语，或只用其中一个词再搜索。',
  'knowledge.nothingYet': '知识库还没有内容',
  'knowledge.nothingYetHint': '管理员录入的知识会出现在这里，受理时按事项自动推荐。',
  'knowledge.expiredHint': '本条知识已过有效期，引用前请与责任单位核实。',
  'knowledge.keptBy': '责任单位：{unit}',
  'knowledge.validUntil': '有效至 {day}',
  'knowledge.updated': '更新于 {day}',
} as const
