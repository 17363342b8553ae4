import type { LimitSeed } from './seed.types.ts'

/**
 * The city's general limits by kind and urgency. Rows for each kind with `urgent` and `critical` are written out, so that no
 * ticket has two rows of equal weight. None of them is law: grade C and D rows are shown as unverified examples.
 */
export const limits: LimitSeed[] = [
  {
    kind: null,
    urgency: null,
    value: 5,
    unit: 'wd',
    basis: '参照一街道2019年热线办理规则（依据已被替代的沪府办〔2018〕62号），未经核实的示例：求助、投诉5个工作日',
    basisEn:
      'Modelled on the 2019 rule of one subdistrict (made under the superseded Hufuban [2018] No. 62); unverified example: help and complaints 5 working days',
    grade: 'C',
  },
  {
    kind: 'inquiry',
    urgency: null,
    value: 1,
    unit: 'wd',
    basis: '参照一街道2019年热线办理规则（依据已被替代的沪府办〔2018〕62号），未经核实的示例：咨询1个工作日',
    basisEn:
      'Modelled on the 2019 rule of one subdistrict (made under the superseded Hufuban [2018] No. 62); unverified example: inquiries 1 working day',
    grade: 'C',
  },
  {
    kind: 'suggestion',
    urgency: null,
    value: 1,
    unit: 'wd',
    basis: '参照一街道2019年热线办理规则（依据已被替代的沪府办〔2018〕62号），未经核实的示例：意见建议1个工作日',
    basisEn:
      'Modelled on the 2019 rule of one subdistrict (made under the superseded Hufuban [2018] No. 62); unverified example: suggestions 1 working day',
    grade: 'C',
  },
  {
    kind: 'help',
    urgency: null,
    value: 5,
    unit: 'wd',
    basis: '参照一街道2019年热线办理规则（依据已被替代的沪府办〔2018〕62号），未经核实的示例：求助5个工作日',
    basisEn:
      'Modelled on the 2019 rule of one subdistrict (made under the superseded Hufuban [2018] No. 62); unverified example: help 5 working days',
    grade: 'C',
  },
  {
    kind: 'complaint',
    urgency: null,
    value: 5,
    unit: 'wd',
    basis: '参照一街道2019年热线办理规则（依据已被替代的沪府办〔2018〕62号），未经核实的示例：投诉5个工作日',
    basisEn:
      'Modelled on the 2019 rule of one subdistrict (made under the superseded Hufuban [2018] No. 62); unverified example: complaints 5 working days',
    grade: 'C',
  },
  {
    kind: 'violationReport',
    urgency: null,
    value: 15,
    unit: 'wd',
    basis: '本系统默认值，非法定时限，由城市自行设定：举报须调查核实，15个工作日',
    basisEn:
      'The default of this project, not a rule of law; each city sets its own: a report needs investigation, 15 working days',
    grade: 'D',
  },
  {
    kind: null,
    urgency: 'urgent',
    value: 24,
    unit: 'h',
    basis: '本系统默认值，非法定时限，由城市自行设定：紧急事项24小时',
    basisEn: 'The default of this project, not a rule of law; each city sets its own: urgent matters 24 hours',
    grade: 'D',
  },
  {
    kind: null,
    urgency: 'critical',
    value: 2,
    unit: 'h',
    basis: '参照北京市DB11/T 2021-2022编制草案中涉及生命财产安全事项的时限，未经核实的示例：2小时',
    basisEn:
      'Modelled on the draft of Beijing DB11/T 2021-2022 for matters of life or property; unverified example: 2 hours',
    grade: 'C',
  },
  {
    kind: 'inquiry',
    urgency: 'urgent',
    value: 24,
    unit: 'h',
    basis: '本系统默认值，非法定时限，由城市自行设定：紧急事项24小时',
    basisEn: 'The default of this project, not a rule of law; each city sets its own: urgent matters 24 hours',
    grade: 'D',
  },
  {
    kind: 'inquiry',
    urgency: 'critical',
    value: 2,
    unit: 'h',
    basis: '参照北京市DB11/T 2021-2022编制草案中涉及生命财产安全事项的时限，未经核实的示例：2小时',
    basisEn:
      'Modelled on the draft of Beijing DB11/T 2021-2022 for matters of life or property; unverified example: 2 hours',
    grade: 'C',
  },
  {
    kind: 'help',
    urgency: 'urgent',
    value: 24,
    unit: 'h',
    basis: '本系统默认值，非法定时限，由城市自行设定：紧急事项24小时',
    basisEn: 'The default of this project, not a rule of law; each city sets its own: urgent matters 24 hours',
    grade: 'D',
  },
  {
    kind: 'help',
    urgency: 'critical',
    value: 2,
    unit: 'h',
    basis: '参照北京市DB11/T 2021-2022编制草案中涉及生命财产安全事项的时限，未经核实的示例：2小时',
    basisEn:
      'Modelled on the draft of Beijing DB11/T 2021-2022 for matters of life or property; unverified example: 2 hours',
    grade: 'C',
  },
  {
    kind: 'complaint',
    urgency: 'urgent',
    value: 24,
    unit: 'h',
    basis: '本系统默认值，非法定时限，由城市自行设定：紧急事项24小时',
    basisEn: 'The default of this project, not a rule of law; each city sets its own: urgent matters 24 hours',
    grade: 'D',
  },
  {
    kind: 'complaint',
    urgency: 'critical',
    value: 2,
    unit: 'h',
    basis: '参照北京市DB11/T 2021-2022编制草案中涉及生命财产安全事项的时限，未经核实的示例：2小时',
    basisEn:
      'Modelled on the draft of Beijing DB11/T 2021-2022 for matters of life or property; unverified example: 2 hours',
    grade: 'C',
  },
  {
    kind: 'violationReport',
    urgency: 'urgent',
    value: 24,
    unit: 'h',
    basis: '本系统默认值，非法定时限，由城市自行设定：紧急事项24小时',
    basisEn: 'The default of this project, not a rule of law; each city sets its own: urgent matters 24 hours',
    grade: 'D',
  },
  {
    kind: 'violationReport',
    urgency: 'critical',
    value: 2,
    unit: 'h',
    basis: '参照北京市DB11/T 2021-2022编制草案中涉及生命财产安全事项的时限，未经核实的示例：2小时',
    basisEn:
      'Modelled on the draft of Beijing DB11/T 2021-2022 for matters of life or property; unverified example: 2 hours',
    grade: 'C',
  },
  {
    kind: 'suggestion',
    urgency: 'urgent',
    value: 24,
    unit: 'h',
    basis: '本系统默认值，非法定时限，由城市自行设定：紧急事项24小时',
    basisEn: 'The default of this project, not a rule of law; each city sets its own: urgent matters 24 hours',
    grade: 'D',
  },
  {
    kind: 'suggestion',
    urgency: 'critical',
    value: 2,
    unit: 'h',
    basis: '参照北京市DB11/T 2021-2022编制草案中涉及生命财产安全事项的时限，未经核实的示例：2小时',
    basisEn:
      'Modelled on the draft of Beijing DB11/T 2021-2022 for matters of life or property; unverified example: 2 hours',
    grade: 'C',
  },
]
