import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

const e164 = /^\+[1-9]\d{4,14}$/
const withheldPrefix = 'anonymous:'

/** Whether a stored phone stands for somebody who withheld their number. */
export const isWithheld = (phone: string) => phone.startsWith(withheldPrefix)

/** Whether a phone can be a citizen's key: E.164 as the carrier vouches for it, or `anonymous:<id of the contact>`. */
export const isCitizenKey = (phone: string) => e164.test(phone) || /^anonymous:[\w-]{1,60}$/.test(phone)

/** A number as people write it, as E.164; null when it is no possible number. Numbers without `+` are read as numbers of the region. */
export const normalisePhone = (written: string, region: CountryCode = 'CN'): string | null => {
  const text = written.normalize('NFKC').trim()
  if (text.length > 40) return null
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: region, extract: false })
  return parsed?.isValid() ? parsed.number : null
}

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
