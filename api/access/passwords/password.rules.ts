/** A password that somebody chooses has at least so many characters. */
const leastPassword = 12
/** And at most so many: longer ones would only make the server work. */
export const mostPassword = 128

/** Whose password it is. */
export interface Owner {
  username: string
  name: string
}

/** What is wrong with a password at first sight; null when nothing is. Whether it is easily guessed is asked of the server. */
export type PasswordFault = 'short' | 'name'

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s._-]/g, '')

/** Parts of a name that are long enough to be one: `li.na` → `lina`; a Chinese name has two characters and more. */
const namesOf = ({ username, name }: Owner) =>
  [plain(username), plain(name)].filter((part) => part.length >= (/^[\x20-\x7e]*$/.test(part) ? 3 : 2))

/** Too short, or with the name or the account's name in it, however it is written: `Li.Na-2026!` for `lina`. */
export const passwordFault = (password: string, owner: Owner): PasswordFault | null => {
  if ([...password].length < leastPassword) return 'short'
  const within = plain(password)
  return namesOf(owner).some((part) => within.includes(part)) ? 'name' : null
}
