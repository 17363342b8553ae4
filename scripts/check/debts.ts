/** What is still to be put right, and is not told until then: matched against rule, file and message. */
export const debts: readonly RegExp[] = [
  /^rooms .*a circle of rooms: api\/messages → api\/notices /,
  /^folders console\/tickets\/components/,
]
