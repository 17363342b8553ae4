import { createHash } from 'node:crypto'

/**
 * A session's token as it is stored. A token is random and long, so a plain hash is enough; whoever reads the table, or a backup of it, has no token.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
