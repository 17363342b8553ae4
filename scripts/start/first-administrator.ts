import { randomBytes } from 'node:crypto'
import { hashPassword, Password } from '../../api/access/create-staff.ts'
import { systemActor } from '../../api/vocabulary/actor.ts'
import type { Config } from '../../api/platform/config.ts'
import { createServices } from '../../api/services.ts'
import { silentCarrier } from '../sample-city/silent-carrier.ts'

const builder = systemActor('first start')

/** The way into an empty city. */
export interface FirstAdministrator {
  username: string
  /** Null when it was given, and so need not be shown. */
  password: string | null
}

/**
 * Gives an empty database its hotline (the root of all units) and one administrator, who adds everybody else. Null when somebody
 * works there already. `given`: their password, 10 to 128 characters; one is made up otherwise.
 */
export const makeFirstAdministrator = async (config: Config, given?: string): Promise<FirstAdministrator | null> => {
  const services = await createServices({ ...config, logLevel: 'error' }, { telephony: silentCarrier() })
  try {
    if (services.directory.staff().length > 0) return null
    const password = given === undefined ? randomBytes(12).toString('base64url') : Password.parse(given)
    const passwordHash = await hashPassword(password)
    await services.db.tx(async (tx) => {
      const root =
        services.directory.unitByCode('city') ??
        (await services.directory.createUnitIn(tx, builder, {
          code: 'city',
          parentId: null,
          level: 'city',
          name: '市民热线服务中心',
          nameEn: 'City Hotline Centre',
        }))
      await services.access.createStaffIn(tx, builder, {
        username: 'admin',
        name: '管理员',
        roles: ['admin'],
        unitId: root.id,
        passwordHash,
      })
    })
    return { username: 'admin', password: given === undefined ? password : null }
  } finally {
    await services.stop()
  }
}
