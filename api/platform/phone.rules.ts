import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

const e164 = /^\+[1-9]\d{4,14}$/
const withheldPrefix = 'anonymous:'

/** Whether a stored phone stands for somebody who withheld their number. */
export const isWithheld = (phone: string) => phone.startsWith(withheldPrefix)

/** What is stored in place of a number that was withheld: a key of its own for each contact, so that it is never one citizen. */
export const withheldPhone = (contactId: string) => `${withheldPrefix}${contactId}`

/** Marks that are not seen and that copied numbers bring along: format characters and variation selectors. */
const invisible = /[\p{Cf}\u{FE00}-\u{FE0F}]/gu

/** As people see it: full-width digits as digits, spaces of any kind as spaces, nothing invisible. */
const seen = (written: string) => written.normalize('NFKC').replaceAll(invisible, '').replaceAll(/\s+/g, ' ').trim()

/** Ordinary mobile numbers of the mainland need no reading. */
const plainMobile = /^\+861[3-9]\d{9}$/

/**
 * A number as people write it, as E.164; null when it is no valid number. Numbers without `+` are read as numbers of the region; the prefixes
 * that a region dials (0, 00, its own code without `+`) are the same number.
 */
export const normalisePhone = (written: string, region: CountryCode = 'CN'): string | null => {
  if (plainMobile.test(written)) return written
  const text = seen(written).replace(/^\+0{2}/, '+')
  if (text.length > 40) return null
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false })
  return parsed?.isValid() ? parsed.number : null
}

/**
 * A number that a carrier or an administrator vouches for, as E.164: a valid one however it is written, or anything else in the shape of E.164,
 * for new numbers are older than our list of them. Null for every other word.
 */
export const givenPhone = (given: string): string | null => {
  const normal = normalisePhone(given)
  if (normal !== null) return normal
  const text = seen(given)
  return e164.test(text) ? text : null
}

/** The phone under which a citizen is kept: E.164, or the key of a withheld number; null for anything else. */
export const citizenPhone = (phone: string): string | null =>
  /^anonymous:[\w-]{1,60}$/.test(phone) ? phone : givenPhone(phone)

const mobile = /^\+86(1\d{2})\d{4}(\d{4})$/
/** Area codes: 10 and 2x have two digits, all others three; then seven or eight digits. */
const landline = /^\+86(10|2\d|[3-9]\d{2})\d{4}(\d{3,4})$/

/**
 * A number as it is shown to people who may not see all of it: `138****0001`, `021****2345`, `+1 415****100`. At least four digits in
 * the middle are gone, and the stars do not tell how many. Empty for a number that is withheld.
 */
export const maskPhone = (phone: string): string => {
  if (isWithheld(phone)) return ''
  const own = mobile.exec(phone)
  if (own) return `${own[1]}****${own[2]}`
  const fixed = landline.exec(phone)
  if (fixed) return `0${fixed[1]}****${fixed[2]}`
  if (!e164.test(phone)) return '****'
  const parsed = parsePhoneNumberFromString(phone)?.countryCallingCode ?? ''
  const code = phone.length - 1 - parsed.length < 4 ? '' : parsed
  const national = phone.slice(1 + code.length)
  const head = code !== '' && national.length >= 10 ? 3 : 0
  const tail = Math.min(4, national.length - head - 4)
  return `${code === '' ? '' : `+${code} `}${national.slice(0, head)}****${national.slice(national.length - tail)}`
}
