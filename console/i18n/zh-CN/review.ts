/** The reviewer's desk. */
export const review = {
  'review.title': '审核台',
  'review.queue': '待审核的答复',
  'review.request': '诉求',
  'review.answer': '答复',
  'review.pass': '审核通过',
  'review.empty': '没有待审核的答复',
  'review.emptyHint': '承办单位提交答复后，会按到期时间出现在这里。',
  'review.pick': '选择左侧的一件答复',
  'review.pickHint': '用 J、K 上下移动，P 通过，B 退回修改。',
  'review.noAnswer': '未找到待审核的答复',
  'review.previous': '以往的答复',
} as const
