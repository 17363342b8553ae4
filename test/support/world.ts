import { systemActor } from '../../api/vocabulary/actor.ts'
import { createStaffIn } from '../../api/access/create-staff.ts'
import { hashPassword } from '../../api/access/passwords/password-hash.ts'
import type { Catalogue } from '../../api/catalogue/catalogue.ts'
import type { NewLimitRule } from '../../api/catalogue/create-limit-rule.ts'
import type { NewMatter } from '../../api/catalogue/create-matter.ts'
import type { NewLine } from '../../api/directory/create-line.ts'
import type { NewUnit } from '../../api/directory/create-unit.ts'
import type { Directory } from '../../api/directory/directory.ts'
import type { Role } from '../../api/vocabulary/directory.ts'
import type { WriteDeps } from '../../api/platform/deps.ts'

/** The one password of every member of staff in tests. */
export const worldPassword = 'a city of its own'

type UnitSeed = Omit<NewUnit, 'parentId'> & { parent: string | null }

const units = [
  {
    code: 'city',
    parent: null,
    level: 'city',
    name: '临江市12345热线管理中心',
    nameEn: 'Linjiang City Hotline',
    aliases: ['临江', '市里'],
    dutyPhone: '+862155500001',
    lat: 31.23,
    lon: 121.47,
  },
  {
    code: 'water-bureau',
    parent: 'city',
    level: 'bureau',
    name: '临江市水务局',
    nameEn: 'Water Bureau',
    aliases: ['水务局', '自来水公司'],
    dutyPhone: '+862155501001',
  },
  {
    code: 'housing-bureau',
    parent: 'city',
    level: 'bureau',
    name: '临江市房屋管理局',
    nameEn: 'Housing Bureau',
    aliases: ['房管局'],
    dutyPhone: '+862155501002',
  },
  {
    code: 'market-bureau',
    parent: 'city',
    level: 'bureau',
    name: '临江市市场监督管理局',
    nameEn: 'Market Regulation Bureau',
    aliases: ['市场监管局', '工商局'],
    dutyPhone: '+862155501003',
  },
  {
    code: 'hedong',
    parent: 'city',
    level: 'district',
    name: '河东区',
    nameEn: 'Hedong District',
    aliases: ['河东'],
    dutyPhone: '+862155502001',
    lat: 31.24,
    lon: 121.5,
  },
  {
    code: 'hexi',
    parent: 'city',
    level: 'district',
    name: '河西区',
    nameEn: 'Hexi District',
    aliases: ['河西'],
    dutyPhone: '+862155502002',
    lat: 31.22,
    lon: 121.44,
  },
  {
    code: 'hedong-binjiang',
    parent: 'hedong',
    level: 'street',
    name: '滨江街道',
    nameEn: 'Binjiang Subdistrict',
    aliases: ['滨江', '滨江路'],
    dutyPhone: '+862155503001',
  },
  {
    code: 'hedong-laoqiao',
    parent: 'hedong',
    level: 'street',
    name: '老桥街道',
    nameEn: 'Laoqiao Subdistrict',
    aliases: ['老桥', '老桥新村'],
    dutyPhone: '+862155503002',
  },
  {
    code: 'hexi-taoyuan',
    parent: 'hexi',
    level: 'street',
    name: '桃园街道',
    nameEn: 'Taoyuan Subdistrict',
    aliases: ['桃园', '桃园小区'],
    dutyPhone: '+862155503003',
  },
] as const satisfies readonly UnitSeed[]
export type WorldUnit = (typeof units)[number]['code']

const notice = {
  recordingNotice: '为保障您的权益，本次通话将被录音。',
  recordingNoticeEn: 'This call will be recorded.',
}
const lines = [
  {
    code: '12345',
    number: '+862155512345',
    name: '12345政务服务便民热线',
    nameEn: '12345 City Hotline',
    mode: 'merged',
    greeting: '您好，这里是12345政务服务便民热线。',
    greetingEn: 'Hello, this is the 12345 city hotline.',
    ...notice,
  },
  {
    code: '12319',
    number: '+862155512319',
    name: '12319城建服务热线',
    nameEn: '12319 Urban Construction Line',
    mode: 'merged',
    greeting: '您好，12319城建服务热线已并入12345。',
    greetingEn: 'Hello, the 12319 line is now part of 12345.',
    ...notice,
  },
  {
    code: '12333',
    number: '+862155512333',
    name: '12333人力资源和社会保障服务热线',
    nameEn: '12333 Social Security Line',
    mode: 'subCentre',
    greeting: '您好，这里是12333。',
    greetingEn: 'Hello, this is 12333.',
    hours: { from: '08:30', to: '20:00', workingDaysOnly: true },
    ...notice,
  },
  {
    code: '12315',
    number: '+862155512315',
    name: '12315市场监管投诉举报热线',
    nameEn: '12315 Market Regulation Line',
    mode: 'parallel',
    greeting: '您好，这里是12315。',
    greetingEn: 'Hello, this is 12315.',
    ...notice,
  },
  {
    code: '114',
    number: '+862155500114',
    name: '114号码百事通',
    nameEn: '114 Directory Enquiries',
    mode: 'parallel',
    greeting: '您好，正在由114转接至12345。',
    greetingEn: 'Hello, 114 is passing you to 12345.',
    ...notice,
  },
] as const satisfies readonly NewLine[]
type WorldLine = (typeof lines)[number]['code']

type LeafSeed = Omit<NonNullable<NewMatter['leaf']>, 'unitId'> & { unit: WorldUnit | null }
interface MatterSeed {
  code: string
  name: string
  nameEn: string
  leaf?: LeafSeed
}

const matters = [
  { code: 'municipal', name: '城市管理', nameEn: 'City management' },
  { code: 'municipal.water', name: '供水', nameEn: 'Water supply' },
  {
    code: 'municipal.water.burst-pipe',
    name: '水管爆裂',
    nameEn: 'Burst water pipe',
    leaf: {
      kind: 'help',
      route: 'unit',
      unit: 'water-bureau',
      urgency: 'urgent',
      examples: ['马路上水管爆了，水流了一地', '小区门口自来水管破裂喷水', 'A water pipe burst in the road'],
    },
  },
  {
    code: 'municipal.water.bill',
    name: '水费咨询',
    nameEn: 'Water bill question',
    leaf: {
      kind: 'inquiry',
      route: 'unit',
      unit: 'water-bureau',
      urgency: 'normal',
      examples: ['这个月水费怎么这么高，怎么算的', '水费阶梯价格是多少', 'How is my water bill worked out?'],
    },
  },
  { code: 'municipal.order', name: '市容', nameEn: 'Street order' },
  {
    code: 'municipal.order.rubbish',
    name: '垃圾清运',
    nameEn: 'Rubbish not collected',
    leaf: {
      kind: 'complaint',
      route: 'street',
      unit: null,
      urgency: 'normal',
      examples: ['楼下垃圾堆了三天没人清运', '垃圾桶满了臭得很', 'The rubbish has not been collected for days'],
    },
  },
  {
    code: 'municipal.order.street-stall',
    name: '占道经营',
    nameEn: 'Street stalls in the way',
    leaf: {
      kind: 'complaint',
      route: 'street',
      unit: null,
      urgency: 'normal',
      examples: ['摆摊的把人行道全占了', '夜市占道经营很吵', 'Street stalls block the pavement'],
    },
  },
  { code: 'housing', name: '住房', nameEn: 'Housing' },
  { code: 'housing.estate', name: '物业', nameEn: 'Residential estate' },
  {
    code: 'housing.estate.lift',
    name: '电梯故障',
    nameEn: 'Lift out of order',
    leaf: {
      kind: 'help',
      route: 'district',
      unit: 'housing-bureau',
      urgency: 'urgent',
      examples: ['电梯坏了好几天，老人下不了楼', '小区电梯老是停', 'The lift in our building is broken'],
    },
  },
  {
    code: 'housing.estate.suggestion',
    name: '加装电梯建议',
    nameEn: 'Suggestion to add a lift',
    leaf: {
      kind: 'suggestion',
      route: 'district',
      unit: 'housing-bureau',
      urgency: 'normal',
      examples: ['建议给老楼加装电梯', '希望推进旧房加装电梯', 'Please add lifts to old buildings'],
    },
  },
  { code: 'market', name: '市场监管', nameEn: 'Market regulation' },
  { code: 'market.consumer', name: '消费', nameEn: 'Consumers' },
  {
    code: 'market.consumer.refund',
    name: '消费退款纠纷',
    nameEn: 'Refund dispute',
    leaf: {
      kind: 'complaint',
      route: 'unit',
      unit: 'market-bureau',
      urgency: 'normal',
      examples: ['商家不肯退款', '健身房关门不退卡', 'The shop refuses to refund me'],
    },
  },
  {
    code: 'market.consumer.fake-goods',
    name: '举报假冒伪劣',
    nameEn: 'Report of fake goods',
    leaf: {
      kind: 'violationReport',
      route: 'unit',
      unit: 'market-bureau',
      urgency: 'normal',
      examples: ['举报这家店卖假烟假酒', '有人卖过期食品', 'I report a shop that sells fake goods'],
    },
  },
] as const satisfies readonly MatterSeed[]
type WorldMatter = (typeof matters)[number]['code']

const basis = (basis: string, basisEn: string) => ({ basis, basisEn, grade: 'D' }) as const
const limits: NewLimitRule[] = [
  { value: 5, unit: 'wd', ...basis('默认：5个工作日', 'Default: 5 working days') },
  { kind: 'inquiry', value: 1, unit: 'wd', ...basis('默认：咨询1个工作日', 'Default: inquiries 1 working day') },
  {
    kind: 'violationReport',
    value: 15,
    unit: 'wd',
    ...basis('默认：举报15个工作日', 'Default: reports 15 working days'),
  },
  { urgency: 'urgent', value: 24, unit: 'h', ...basis('默认：紧急事项24小时', 'Default: urgent matters 24 hours') },
  { urgency: 'critical', value: 2, unit: 'h', ...basis('默认：特急事项2小时', 'Default: critical matters 2 hours') },
  {
    matterCode: 'market.consumer',
    kind: 'complaint',
    value: 60,
    unit: 'cd',
    basis: '《上海市消费者权益保护条例》第五十七条',
    basisEn: 'Shanghai consumer protection regulation, art. 57',
    grade: 'A',
  },
]

/** Hotline people by role, and one handler and one head for each unit that handles tickets: `water-bureau-1`, `water-bureau-head`. */
const hotline = [
  { username: 'agent1', name: '孙文静', roles: ['agent'] },
  { username: 'agent2', name: '叶家豪', roles: ['agent'] },
  { username: 'dispatcher1', name: '何晓峰', roles: ['dispatcher'] },
  { username: 'reviewer1', name: '程书涵', roles: ['reviewer'] },
  { username: 'followup1', name: '黄伟民', roles: ['followUp'] },
  { username: 'supervisor1', name: '侯国强', roles: ['supervisor'] },
  { username: 'admin1', name: '宋玉洁', roles: ['admin'] },
] as const satisfies readonly { username: string; name: string; roles: Role[] }[]
type HandlingUnit = Exclude<WorldUnit, 'city'>
export type WorldStaff = (typeof hotline)[number]['username'] | `${HandlingUnit}-1` | `${HandlingUnit}-head`

/** Ids of the world, by the codes above. */
export interface World {
  units: Record<WorldUnit, string>
  lines: Record<WorldLine, string>
  matters: Record<WorldMatter, string>
  staff: Record<WorldStaff, string>
}

/** Every code is put in by the loops of `buildWorld`, which go over the same lists that the key types come from. */
const filled = <Key extends string>(ids: Map<string, string>) => Object.fromEntries(ids) as Record<Key, string>

const leafFacts = ({ unit: _unit, ...facts }: LeafSeed) => facts

let hash: Promise<string> | null = null

/**
 * Builds a small invented city through the real verbs: the hotline, 3 bureaus, 2 districts, 3 streets, 5 lines, 8 matters with
 * limits, and staff of every role, all with `worldPassword`.
 */
export const buildWorld = async (deps: WriteDeps & { directory: Directory; catalogue: Catalogue }): Promise<World> => {
  const { db, directory, catalogue } = deps
  const actor = systemActor('test')
  const createStaff = createStaffIn(deps)
  const passwordHash = await (hash ??= hashPassword(worldPassword))
  const unitIds = new Map<string, string>()
  const lineIds = new Map<string, string>()
  const matterIds = new Map<string, string>()
  const staffIds = new Map<string, string>()
  await db.tx(async (tx) => {
    for (const { parent, ...unit } of units) {
      const made = await directory.createUnitIn(tx, actor, {
        ...unit,
        aliases: [...unit.aliases],
        parentId: parent && (unitIds.get(parent) ?? null),
      })
      unitIds.set(unit.code, made.id)
    }
    for (const line of lines) lineIds.set(line.code, (await directory.createLineIn(tx, actor, line)).id)
    for (const { leaf, ...node } of matters as readonly MatterSeed[]) {
      const unitId = leaf?.unit ? (unitIds.get(leaf.unit) ?? null) : null
      const matter = await catalogue.createMatterIn(tx, actor, {
        ...node,
        leaf: leaf ? { ...leafFacts(leaf), unitId } : null,
      })
      matterIds.set(node.code, matter.id)
    }
    for (const limit of limits) await catalogue.createLimitRuleIn(tx, actor, limit)
    const city = unitIds.get('city') ?? ''
    for (const person of hotline) {
      const made = await createStaff(tx, actor, { ...person, roles: [...person.roles], unitId: city, passwordHash })
      staffIds.set(person.username, made.id)
    }
    for (const unit of units.filter(({ code }) => code !== 'city')) {
      const unitId = unitIds.get(unit.code) ?? ''
      for (const [suffix, role, title] of [
        ['1', 'unitStaff', '经办'],
        ['head', 'unitHead', '负责人'],
      ] as const) {
        const username = `${unit.code}-${suffix}`
        const made = await createStaff(tx, actor, {
          username,
          name: `${unit.name}${title}`,
          roles: [role],
          unitId,
          passwordHash,
        })
        staffIds.set(username, made.id)
      }
    }
  })
  return { units: filled(unitIds), lines: filled(lineIds), matters: filled(matterIds), staff: filled(staffIds) }
}
