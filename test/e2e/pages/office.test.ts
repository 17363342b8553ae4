import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Permission } from '../../../api/vocabulary/permissions.ts'
import type { City } from '../../../scripts/start/city.ts'
import { openBusyCity } from '../../support/city.ts'
import { openStage } from '../../support/browser.ts'

import { expectSound, layoutShift, watchLayout } from '../../support/measure.ts'
import { looks, openVisitors, wide } from '../../support/visitors.ts'

const pages: Readonly<Record<string, Permission | undefined>> = {
  '/knowledge': 'knowledge.read',
  '/unit': 'unit.desk',
  '/unit?tab=handling': 'unit.desk',
  '/follow-up': 'followUp.desk',
  '/wallboard': 'wallboard.read',
  '/rates': 'report.read',
  '/staff': 'directory.read',
  '/audit': 'audit.read',
  '/operations': 'operations.read',
  '/_ui': 'staff.manage',
  '/account': undefined,
  '/settings': undefined,
  '/nowhere': undefined,
}

describe('every other page, before every role', () => {
  let city: City
  const stage = openStage()
  const { everybodyOpens, visitor } = openVisitors(stage, () => city)
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

  it('the wall on one screen: nobody scrolls what hangs in a hall', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { person, rest } = await visitor('supervisor', { ...wide, theme: 'light', locale })
      await person.page.goto(`${city.config.publicUrl}/wallboard`)
      await person.page.getByRole('region', { name: person.t('wallboard.queues') }).waitFor()
      await rest()
      const beyond = await person.page.evaluate(() => {
        const page = document.querySelector('#page')
        return page === null ? -1 : page.scrollHeight - page.clientHeight
      })
      expect.soft(beyond, `${locale}: what lies below the screen, px`).toBe(0)
    }
  })

  it('the door', async () => {
    for (const look of looks) {
      const { page, t } = await stage.person(`the door ${look.width} ${look.theme}`, look)
      await watchLayout(page)
      await page.goto(`${city.config.publicUrl}/sign-in`)
      await page.getByRole('button', { name: t('signIn.submit') }).waitFor()
      expect.soft(await layoutShift(page)).toBeLessThan(0.1)
      await expectSound(page, `the door, ${look.width} px, ${look.theme}`)
    }
  })
})
