import { withheldPhone } from '../../platform/phone.rules.ts'

/** Whether a sender can be answered: E.164. Short codes and names of companies cannot. */
export const isE164 = (number: string) => /^\+[1-9]\d{6,14}$/.test(number)

/** Fixed lines of the mainland: an area code that is no mobile prefix. */
const mainlandFixedLine = /^\+86(?:0|10\d|[2-9])/

/** Whether texts reach a number: mainland fixed lines take none (a carrier refuses them), and are called instead. */
export const isTextable = (number: string) => isE164(number) && !mainlandFixedLine.test(number)

/** The key of a citizen for a sender: the number, or one of its own where nobody can be recognised again. */
export const citizenKey = (from: string, ref: string) => (isE164(from) ? from : withheldPhone(ref))
