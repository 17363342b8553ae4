/** What is still to be put right, and is not told until then: matched against rule, file and message. */
export const debts: readonly RegExp[] = [
  /^rooms .*a circle of rooms: (?:api|console)\//,
  /^rooms .*api\/problems\.ts/,
  /^stores .*api\/(?:tickets\/tickets|directory\/directory|calls\/call\/calls)\.store\.ts/,
  /^folders (?:api\/(?:platform|tickets\/life\/acts)|console\/(?:desk|tickets)\/components)/,
  /^(?:tables|audit) scripts\/check\/.* take it out/,
]
