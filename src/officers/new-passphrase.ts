/** How many words a passphrase of ours has: eight of 1,024 are 80 bits. */
export const passphraseLength = 8

/** The fewest characters of a passphrase that an officer makes up. Nothing else is asked of it. */
export const shortestPassphrase = 15

const listLength = 1024

/**
 * A passphrase that nobody chose, of words that are easy to say and to type.
 *
 * @throws RangeError when the list is not of 1,024 different words, because then it is worth less than it seems
 */
export function newPassphrase(list: readonly string[]): string {
  if (new Set(list).size !== listLength || list.length !== listLength)
    throw new RangeError('the list for passphrases has 1,024 different words')
  const random = crypto.getRandomValues(new Uint16Array(passphraseLength))
  // 65,536 is a multiple of 1,024: every word is as likely as any other.
  return Array.from(random, (number) => list[number % listLength]).join(' ')
}
