/** How cards begin (ISO/IEC 7812): UnionPay, the old cards of the mainland's banks, Visa, Mastercard, JCB; American Express has fifteen digits. */
const issuers = /^(?:62\d{14,17}|60\d{14,17}|9\d{15,18}|4\d{15,18}|5[1-5]\d{14}|2[2-7]\d{14}|35\d{14}|3[47]\d{13})$/

/** Whether a digit string passes the check of Luhn (ISO/IEC 7812-1, annex B). */
const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
  }
  return sum % 10 === 0
}

/** Whether a number is one of a bank card (银行卡号): as long as its issuer's, and with the right check digit. Figures only. */
export const isCardNumber = (digits: string): boolean => issuers.test(digits) && passesLuhn(digits)
