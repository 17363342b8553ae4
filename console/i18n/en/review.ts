import type { Translation } from '../i18n.types.ts'
import type { review as source } from '../zh-CN/review.ts'

/** The reviewer's desk. */
export const review: Translation<typeof source> = {
  'review.title': 'Review desk',
  'review.queue': 'Answers to review',
  'review.request': 'Request',
  'review.answer': 'Answer',
  'review.pass': 'Pass',
  'review.empty': 'No answers to review',
  'review.emptyHint': 'Answers of the units appear here, the soonest due first.',
  'review.pick': 'Choose an answer on the left',
  'review.pickHint': 'J and K move, P passes, B sends back.',
  'review.noAnswer': 'No answer waits for review',
  'review.previous': 'Earlier answers',
}
