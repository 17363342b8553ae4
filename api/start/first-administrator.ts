import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '../../db/db.ts'
import type { Access } from '../access/access.ts'
import { hashPassword } from '../access/passwords/password-hash.ts'
import { demandStrength } from '../access/passwords/password-strength.ts'
import type { Directory } from '../directory/directory.ts'
import { Problem } from '../platform/problem.ts'
import { systemActor } from '../vocabulary/actor.ts'
import { startFaults } from './start.sentences.ts'
import { StartFault } from './start-fault.ts'

const builder = systemActor('first start')

/** The way into an empty city. */
export interface FirstAdministrator {
  username: string
  /** Null when it was given, and so need not be shown. */
  password: string | null
}

/** What making one needs. */
export interface FirstAdministratorDeps {
  db: Db
  directory: Directory
  access: Pick<Access, 'createStaffIn'>
}

const username = 'admin'
const name = '管理员'

/** Why a password is refused, in the words of its problem. */
const accept = async (given: string): Promise<string> => {
  try {
    await demandStrength(given, { username, name })
    return given
  } catch (error) {
    if (error instanceof Problem) throw new StartFault(startFaults.adminPassword(error.title), error)
    throw error
  }
}

/**
 * Gives an empty database its hotline (the root of all units) and one administrator, who adds everybody else. Null when somebody
 * works there already, or was made by another server that started at the same moment. `given`: their password; one is made up otherwise.
 * Throws a `StartFault` for a password that nobody may have.
 */
export const makeFirstAdministrator = async (
  { db, directory, access }: FirstAdministratorDeps,
  given: string | null,
): Promise<FirstAdministrator | null> => {
  if (directory.staff().length > 0) return null
  const password = given === null ? randomBytes(12).toString('base64url') : await accept(given)
  const passwordHash = await hashPassword(password)
  const make = async (tx: Tx) => {
    const root =
      directory.unitByCode('city') ??
      (await directory.createUnitIn(tx, builder, {
        code: 'city',
        parentId: null,
        level: 'city',
        name: '市民热线服务中心',
        nameEn: 'City Hotline Centre',
      }))
    await access.createStaffIn(tx, builder, {
      username,
      name,
      roles: ['admin'],
      unitId: root.id,
      passwordHash,
    })
  }
  try {
    await db.tx(make)
  } catch (error) {
    await directory.refresh()
    if (directory.staff().length > 0) return null
    throw error
  }
  return { username, password: given === null ? password : null }
}
