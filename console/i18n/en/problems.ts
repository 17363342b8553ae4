import type { Translation } from '../i18n.types.ts'
import type { problems as source } from '../zh-CN/problems.ts'

export const problems: Translation<typeof source> = {
  'problem.network.offline': 'The server cannot be reached',
  'problem.network.offline.next': 'Check the network. What you typed is still here; try again once you are back.',
  'problem.network.timeout': 'The server did not answer in time',
  'problem.network.timeout.next': 'It may have been done. Refresh and check before you try again.',
  'problem.console.fault': 'This page has failed',
  'problem.console.fault.next': 'What was saved is safe. Try again; if that does not help, reload the page.',
  'problem.internal': 'The server has failed',
  'problem.internal.next': 'Nothing was changed. Try again later and give the request number to your administrator.',
  'problem.request.failed': 'The request did not succeed',
  'problem.request.invalid': 'Something you entered is not valid',
  'problem.request.invalid.next': 'Correct it as marked and send it again.',
  'problem.auth.required': 'Sign in first',
  'problem.auth.invalid': 'The username or password is wrong',
  'problem.auth.invalid.next': 'Check both and try again.',
  'problem.auth.locked': 'Too many attempts: the account is locked for a while',
  'problem.auth.locked.next': 'Try again later, or ask your administrator to unlock it.',
  'problem.auth.forbidden': 'You may not do this',
}
