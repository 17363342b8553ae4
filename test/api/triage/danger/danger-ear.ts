import { atOnce } from '../../../../api/platform/steps.ts'
import { buildDangerModel } from '../../../../api/triage/danger/danger-model.ts'
import { findDanger } from '../../../../api/triage/danger/danger.rules.ts'
import { normalise } from '../../../../api/triage/text.rules.ts'
import { matterLeaves } from '../../../../scripts/sample-city/matters/index.ts'

/** The ear for dangers with a model that knows the sample city's ordinary requests. */
export const createDangerEar = () => {
  const model = atOnce(
    buildDangerModel(
      matterLeaves.flatMap(({ urgency, examples, examplesEn }) =>
        urgency === 'normal' ? [...examples, ...examplesEn] : [],
      ),
    ),
  )
  return (text: string) => findDanger(normalise(text), model)
}
