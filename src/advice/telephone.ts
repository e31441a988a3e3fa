/** Numbers as people write them, "08000 121 700", and as a telephone dials them. */

const emergencyAndShort = /^(?:999|101|18000|18001101)$/
const national = /^0\d{7,10}$/

/** True for a British number: 999, 101, the textphone prefixes, or a national number. */
export function isTelephone(number: string): boolean {
  const digits = digitsOf(number)
  return /^[\d ]+$/.test(number) && (emergencyAndShort.test(digits) || national.test(digits))
}

/** "08000 121 700" becomes "tel:08000121700". @throws RangeError when it is not a number */
export function telephoneHref(number: string): string {
  return `tel:${dial(number)}`
}

/** "999" becomes "sms:999". @throws RangeError when it is not a number */
export function messageHref(number: string): string {
  return `sms:${dial(number)}`
}

function dial(number: string): string {
  if (!isTelephone(number)) throw new RangeError(`"${number}" is not a telephone number`)
  return digitsOf(number)
}

function digitsOf(number: string): string {
  return number.replaceAll(' ', '')
}
