/** The folder directly below `api/` or `console/` that a file belongs to, `db` for all of db; null for the files on top, which join the rooms. */
export const roomOf = (path: string): string | null => {
  const [side, room, ...rest] = path.split('/')
  if (side === 'db') return 'db'
  return (side === 'api' || side === 'console') && room !== undefined && rest.length > 0 ? `${side}/${room}` : null
}
