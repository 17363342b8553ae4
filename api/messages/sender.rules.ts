/** Whether a sender can be answered: E.164. Short codes and names of companies cannot. */
export const isE164 = (number: string) => /^\+[1-9]\d{6,14}$/.test(number)

/** The key of a citizen for a sender: the number, or one of its own where nobody can be recognised again. */
export const citizenKey = (from: string, ref: string) => (isE164(from) ? from : `anonymous:${ref}`)
