import type { MatterLeafSeed } from '../seed.types.ts'

type Limit = NonNullable<MatterLeafSeed['limit']>

/**
 * Limits that differ from the city's general ones. Grade A rows quote a law whose text was checked; the others are unverified
 * examples. They are the answer limit shown on the ticket; a statutory period runs beside the hotline's own.
 */
export const matterLimits = {
  utility: {
    value: 24,
    unit: 'h',
    basis: '参照北京市DB11/T 2021-2022编制草案中水、电、气、热事项24小时的时限，未经核实的示例',
    basisEn:
      'Modelled on the draft of Beijing DB11/T 2021-2022, 24 hours for water, power, gas and heat; unverified example',
    grade: 'C',
  },
  exposedRubbish: {
    value: 1,
    unit: 'wd',
    basis: '参照两座城市网格化管理处置时限表中暴露垃圾的时限（4工作时或1个工作日），未经核实的示例',
    basisEn:
      'Modelled on the grid tables of two cities for exposed rubbish (4 working hours or 1 working day); unverified example',
    grade: 'C',
  },
  constructionWaste: {
    value: 4,
    unit: 'wd',
    basis: '参照两座城市网格化管理处置时限表中建筑垃圾的时限（4工作时至4个工作日），未经核实的示例',
    basisEn:
      'Modelled on the grid tables of two cities for rubble (4 working hours to 4 working days); unverified example',
    grade: 'C',
  },
  illegalBuilding: {
    value: 20,
    unit: 'wd',
    basis: '参照两座城市网格化管理处置时限表中违法建筑的时限（15至20个工作日），未经核实的示例',
    basisEn:
      'Modelled on the grid tables of two cities for illegal building (15 to 20 working days); unverified example',
    grade: 'C',
  },
  consumerComplaint: {
    value: 7,
    unit: 'wd',
    basis: '《消费者权益保护法》第四十六条：自收到投诉之日起七个工作日内予以处理并告知消费者',
    basisEn:
      'Consumer Rights Protection Law, article 46: handle and tell the consumer within 7 working days of receipt',
    grade: 'A',
  },
  labourInspection: {
    value: 60,
    unit: 'wd',
    basis: '《劳动保障监察条例》第十七条：自立案之日起六十个工作日内完成调查',
    basisEn:
      'Labour Security Inspection Regulations, article 17: investigation finished within 60 working days of filing',
    grade: 'A',
  },
} satisfies Record<string, Limit>
