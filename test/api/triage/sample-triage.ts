import { createTriage } from '../../../api/triage/triage.ts'
import type { TrainingExample, Triage } from '../../../api/triage/triage.types.ts'
import type { TriageArea, TriageMatter } from '../../../api/catalogue/teaching.types.ts'

/** A small catalogue and a small city of the tests' own. */
export const matters: TriageMatter[] = [
  {
    code: 'road.lamp',
    kind: 'help',
    urgency: 'normal',
    route: 'street',
    unitId: 'lighting',
    names: ['路灯故障', 'Street light out'],
    examples: [
      '路灯不亮了',
      '门口的路灯坏了好几天',
      '晚上路灯一直闪',
      '整条弄堂的路灯都灭了',
      'The street light is out',
      'the lamp on our road keeps flickering',
    ],
  },
  {
    code: 'road.manhole',
    kind: 'help',
    urgency: 'urgent',
    route: 'district',
    unitId: 'drainage',
    names: ['井盖缺损', 'Manhole cover'],
    examples: [
      '马路中间井盖没了',
      '窨井盖松动，车子压过去哐哐响',
      '井盖破了一个洞',
      '下水道井盖被人偷走了',
      'A manhole cover is missing',
      'the manhole cover is loose and rattles',
    ],
  },
  {
    code: 'noise.building',
    kind: 'complaint',
    urgency: 'normal',
    route: 'unit',
    unitId: 'environment',
    names: ['施工噪声', 'Construction noise'],
    examples: [
      '工地半夜还在施工，吵得睡不着',
      '打桩机从早响到晚',
      '夜间施工噪音扰民',
      '搅拌车通宵作业太吵',
      'Construction noise at night keeps us awake',
      'the site is drilling at midnight',
    ],
  },
  {
    code: 'fund.withdraw',
    kind: 'inquiry',
    urgency: 'normal',
    route: 'unit',
    unitId: 'fund',
    names: ['公积金提取', 'Provident fund withdrawal'],
    examples: [
      '公积金怎么提取',
      '租房可以提取公积金吗',
      '公积金提取要带什么材料',
      '离职后公积金怎么取',
      'How do I withdraw my housing provident fund',
      'documents for provident fund withdrawal',
    ],
  },
  {
    code: 'market.fake',
    kind: 'violationReport',
    urgency: 'normal',
    route: 'unit',
    unitId: 'market',
    names: ['销售假冒商品', 'Counterfeit goods'],
    examples: [
      '店里卖假酒',
      '超市卖假冒名牌鞋',
      '网店卖的是假货',
      '有人销售假烟',
      'The shop sells counterfeit bags',
      'they sell fake liquor',
    ],
  },
  {
    code: 'gas.leak',
    kind: 'help',
    urgency: 'critical',
    route: 'unit',
    unitId: 'gas',
    names: ['燃气泄漏', 'Gas leak'],
    examples: [
      '家里有煤气味',
      '燃气管道漏气',
      '厨房天然气泄漏',
      '楼道闻到煤气',
      'I smell gas in my kitchen',
      'there is a gas leak',
    ],
  },
]
export const areas: TriageArea[] = [
  { unitId: 'putuo', level: 'district', parentId: 'city', names: ['普陀区', '普陀', 'Putuo District', 'Putuo'] },
  { unitId: 'changning', level: 'district', parentId: 'city', names: ['长宁区', '长宁', 'Changning District'] },
  { unitId: 'changfeng', level: 'street', parentId: 'putuo', names: ['长风新村街道', '长风新村', '长风'] },
  { unitId: 'zhaopu-putuo', level: 'street', parentId: 'putuo', names: ['人民街道'] },
  { unitId: 'renmin-changning', level: 'street', parentId: 'changning', names: ['人民街道'] },
  {
    unitId: 'xinhua',
    level: 'street',
    parentId: 'changning',
    names: ['新华路街道', '新华路', 'Xinhua Road Subdistrict'],
  },
]

export const build = (filed: TrainingExample[] = [], threshold?: number): Triage =>
  createTriage({ matters, areas, filed, ...(threshold === undefined ? {} : { threshold }) })
