import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Permission } from '../../../api/vocabulary/permissions.ts'
import type { City } from '../../../scripts/start/city.ts'
import { openBusyCity } from '../../support/city.ts'
import { openStage } from '../../support/browser.ts'
import { openVisitors } from '../../support/visitors.ts'

const pages: Readonly<Record<string, Permission | undefined>> = {
  '/desk': 'desk.use',
  '/desk?open=new': 'desk.use',
  '/tickets': 'ticket.read',
  '/tickets/:id': 'ticket.read',
  '/dispatch': 'dispatch.desk',
  '/dispatch?tab=returns': 'dispatch.desk',
  '/review': 'review.desk',
  '/threads': 'desk.use',
}

describe('every page about requests, before every role', () => {
  let city: City
  const stage = openStage()
  const { everybodyOpens } = openVisitors(stage, () => city)
  beforeAll(async () => {
    city = await openBusyCity()
  })
  afterAll(() => city?.stop())

  it.each(Object.entries(pages).map(([path, permission], turn) => ({ path, permission, turn })))(
    '$path',
    async ({ path, permission, turn }) => {
      await everybodyOpens(path, permission, turn)
    },
  )
})
