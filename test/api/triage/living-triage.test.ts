import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLivingTriage } from '../../../api/triage/living-triage.ts'
import type { TriageMatter } from '../../../api/catalogue/teaching.types.ts'
import { openTestDb, type TestDb } from '../../support/databases.ts'
import { testConfig } from '../../support/app.ts'
import { matters, areas } from './sample-triage.ts'

describe('the classifier of the running program', () => {
  let test: TestDb
  let known: TriageMatter[] = matters.slice(0, 3)
  beforeAll(async () => {
    test = await openTestDb('sqlite')
  })
  afterAll(() => test.drop())

  it('follows the catalogue, and loses nothing that is filed while it is built anew', async () => {
    const catalogue = { triageMatters: () => known, triageAreas: () => areas }
    const triage = await createLivingTriage({ db: test.db, config: testConfig(), catalogue })
    expect(await triage.refresh(), 'nothing has changed').toBe(false)
    const [added] = matters.slice(3)
    if (!added) throw new Error('the sample has more than three matters')
    const codes = () => triage.propose(added.examples[0] ?? '').matters.map(({ code }) => code)
    expect(codes()).not.toContain(added.code)
    known = matters
    const filed = { text: '量子纠缠噪声扰民量子纠缠', matterCode: added.code }
    const building = triage.refresh()
    triage.learn(filed)
    expect(await building).toBe(true)
    expect(codes()[0]).toBe(added.code)
    expect(triage.propose('量子纠缠').matters[0]?.code).toBe(added.code)
  })
})
