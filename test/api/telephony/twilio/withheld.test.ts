import { expect, it } from 'vitest'
import { withheld } from '../../../../api/telephony/telephony.port.ts'
import { senderOf } from '../../../../api/telephony/twilio/withheld.ts'

it.each([
  ['+266696687', withheld],
  ['266696687', withheld],
  ['+7378742833', withheld],
  ['+17378742833', withheld],
  ['+2562533', withheld],
  ['+8656696', withheld],
  ['+86282452253', withheld],
  ['anonymous', withheld],
  ['Anonymous', withheld],
  [' RESTRICTED ', withheld],
  ['unavailable', withheld],
  ['', withheld],
  ['+8613800010001', '+8613800010001'],
  ['+862155512345', '+862155512345'],
  ['+26622312345', '+26622312345'],
  ['12306', '12306'],
  ['client:stf_1', 'client:stf_1'],
])('%j is told as %j', (from, told) => expect(senderOf(from)).toBe(told))
