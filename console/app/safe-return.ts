/** The return address after sign-in: a path of this console, never another site; the home page otherwise. */
export const safeReturn = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
