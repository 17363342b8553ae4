const stop = ['STOP', 'UNSUBSCRIBE', 'END', 'QUIT', 'STOPALL', 'REVOKE', 'OPTOUT', 'CANCEL']
const start = ['START', 'YES', 'UNSTOP']
const help = ['HELP', 'INFO']
const chineseStop = ['退订', 'TD', 'T']

/** What the carrier itself makes of an incoming text: Twilio's default words, and 退订 with Advanced Opt-Out. */
export const optOutType = (body: string, advanced: boolean): 'STOP' | 'START' | 'HELP' | null => {
  const word = body.trim().toUpperCase()
  if (stop.includes(word) || (advanced && chineseStop.includes(word))) return 'STOP'
  if (start.includes(word)) return 'START'
  return help.includes(word) ? 'HELP' : null
}

/** The carrier's own answers, sent whatever the hotline does. */
export const optOutReply = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const

/** The key of a citizen and a hotline number: who stops texts stops those of one number only. */
export const pair = (citizen: string, hotline: string): string => `${citizen}|${hotline}`
