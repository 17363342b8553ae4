import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../../../api/platform/steps.ts'
import { buildDangerModel } from '../../../../api/triage/danger/danger-model.ts'
import { findDanger } from '../../../../api/triage/danger/danger.rules.ts'
import { normalise } from '../../../../api/triage/text.rules.ts'
import { createDangerEar } from './danger-ear.ts'
import { dangerHeldOut, harmlessHeldOut } from './held-out.ts'
import { dangerExamples, harmlessExamples } from '../../../../api/triage/danger/examples.ts'
import { stories } from '../../../../scripts/sample-city/stories/index.ts'
import { knownAlarms, knownMisses } from './known-errors.ts'

/** Every UTF-16 code unit: NUL, lone surrogates, anything. */
const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const find = createDangerEar()

/** Share of dangers found, share of alarms that are right, and share of found ones with the right number. */
const score = (dangers: [string, string][], near: string[]) => {
  const found = dangers.map(([text, call]) => ({
    text,
    right: find(text).danger?.call === call,
    found: find(text).danger !== null,
  }))
  const hits = found.filter((one) => one.found).length
  const wrong = near.filter((text) => find(text).danger !== null).length
  return {
    recall: hits / dangers.length,
    precision: hits / (hits + wrong),
    number: found.filter((one) => one.right).length / hits,
  }
}

describe('danger in sentences the rules were not written from', () => {
  it('is found, with few false alarms and the right number', () => {
    const { recall, precision, number } = score(dangerHeldOut, harmlessHeldOut)
    expect(recall).toBeGreaterThan(0.95)
    expect(precision).toBeGreaterThan(0.97)
    expect(number).toBeGreaterThan(0.9)
  })
})

describe('ordinary requests', () => {
  it('are seldom taken for danger by a model that knows the catalogue: most of these few tell of a hazard', () => {
    const suspected = stories.filter(({ text }) => {
      const read = normalise(text)
      return find(text).danger !== null && findDanger(read).danger === null
    })
    expect(suspected.length / stories.length).toBeLessThan(0.04)
  })

  it.each([
    '我有个情况想反映一下，门口那盏不亮了',
    '请问小孩上户口需要什么材料',
    '702路公交车等了半个小时还没来',
    '学校每个周末都补课，希望查处',
    '寻找退伍战友的联系方式',
    '地铁里人挤人，挤得喘不过气',
    '弄堂口的光缆被车勾断了半截吊在那里',
    '路面高低不平，轮椅推不动',
    '炒菜的油烟害我过敏咳了两周',
    '爸爸中风在床上，家庭医生半年没来看过',
    '邻居往我家门前泼脏水',
    'the bus never comes on time and the driver is rude',
  ])('%s', (text) => {
    expect(find(text).danger).toBeNull()
  })

  it('need to be known: without enough of them the model suspects nothing', () => {
    expect(atOnce(buildDangerModel(['路灯不亮']))('安眠药都攒好了，不想再熬')).toBeNull()
  })
})

describe('the number to call', () => {
  it.each([
    ['有人要跳楼', 'suicide', '110'],
    ['他吞了一瓶安眠药', 'suicide', '120'],
    ['地铁里有人放了炸弹', 'explosion', '110'],
    ['有人持刀砍人', 'violence', '110'],
    ['三岁孩子在商场走丢了', 'missing', '110'],
    ['化工厂爆炸了', 'explosion', '119'],
    ['我家着火了', 'fire', '119'],
    ['厨房煤气泄漏了', 'gas', '119'],
    ['隔壁一氧化碳中毒了', 'gas', '120'],
    ['我们被困在电梯里', 'trapped', '119'],
    ['有人掉进河里了', 'drowning', '119'],
    ['墙塌了', 'collapse', '119'],
    ['有人触电了', 'electricShock', '120'],
    ['高压线断了掉在路上', 'electricShock', '119'],
    ['两车相撞', 'traffic', '122'],
    ['两车相撞，有人流血昏迷', 'traffic', '120'],
    ['我爸心脏病发作', 'injury', '120'],
  ])('%s: %s, %s', (text, kind, call) => {
    expect(find(text).danger).toMatchObject({ kind, call })
  })
})

describe('danger mentioned indirectly', () => {
  it.each([
    ['安眠药都攒好了，不想再熬', 'suicide', '110'],
    ['他把自己反锁在屋里，说别找他了', 'suicide', '110'],
    ['吾勿想活了', 'suicide', '110'],
    ['老公留了张字条说对不起孩子，人不见了', 'suicide', '110'],
    ['儿子割了手腕，一地血', 'suicide', '120'],
    ['那人跟了我两站路，我躲进超市了', 'violence', '110'],
    ['他把我锁在屋里，手机也摔了', 'violence', '110'],
    ['巷子里一帮人抡着钢管', 'violence', '110'],
    ['两个男的抢了我的包就跑', 'violence', '110'],
    ['隔壁孩子哭得撕心裂肺，一直有皮带抽的声音', 'violence', '110'],
    ['有人在剪我的车锁，正在偷电瓶', 'violence', '110'],
    ['外婆不认路，出去半天没回来', 'missing', '110'],
    ['轰的一声，整条街玻璃都震碎了', 'explosion', '119'],
    ['着或了', 'fire', '119'],
    ['门把手烫手，门缝往里冒烟', 'fire', '119'],
    ['煤气管被钻破了个洞', 'gas', '119'],
    ['屋里烧炭炉，两个人躺着叫不醒', 'gas', '120'],
    ['电梯忽然停了，门打不开，我们在里面', 'trapped', '119'],
    ['车库进水，人在车里出不来', 'trapped', '119'],
    ['同学下去捡球，再没冒头', 'drowning', '119'],
    ['墙鼓出来一大块，哗哗掉渣', 'collapse', '119'],
    ['大树压在公交站台上', 'collapse', '119'],
    ['电线掉进水坑里', 'electricShock', '119'],
    ['面包车冲上人行道，撞倒好几个人', 'traffic', '120'],
    ['奶奶嘴角耷拉下来，话说不清楚', 'injury', '120'],
    ['a wall is bulging and bricks keep falling', 'collapse', '119'],
    ['someone broke in while i am upstairs', 'violence', '110'],
  ])('%s: %s, %s', (text, kind, call) => {
    expect(find(text).danger).toMatchObject({ kind, call })
  })

  it.each([
    '果冻卡在孩子气管里',
    '鱼刺卡住喉咙，喘不上气',
    '爷爷吃汤圆噎住了',
    '胸口像压了块大石头',
    "a grape is stuck in my baby's throat",
    'my son is choking',
  ])('who chokes is not trapped: %s', (text) => {
    expect(find(text).danger).toMatchObject({ kind: 'injury', call: '120' })
  })

  it.each([
    '没有人跟踪我，就是路灯太暗',
    '不是漏气，是隔壁炖臭豆腐',
    '三年前哥哥跳楼去世，抚恤金没领到',
    '学校打架的事已经处理好了',
    '周五的消防演练声音能小点吗',
    '万一着火，楼道堵着怎么跑',
    '孩子卡在户口上，入不了学',
    '停车费贵得像抢劫',
    '电钻吵得我脑袋要爆炸',
    '身份证掉河里了，怎么补办',
    '小店快撑不下去了，有没有补贴',
    '妈妈的电话打不通，想问养老院换号码了吗',
    'my dog bit the sofa',
    'the lift has been out of order for a week',
  ])('no danger now: %s', (text) => {
    expect(find(text).danger).toBeNull()
  })
})

describe('the danger model', () => {
  it('and the rules find what it is taught with, all but a few known sentences, and with the right number', () => {
    const found = dangerExamples.flatMap(([, call, texts]) => texts.map((text) => ({ text, call, ...find(text) })))
    const missed = found.filter(({ danger }) => danger === null).map(({ text }) => text)
    expect(knownMisses).toEqual(expect.arrayContaining(missed))
    const right = found.filter(({ danger, call }) => danger?.call === call)
    expect(right.length / found.length).toBeGreaterThan(0.97)
  })

  it('and the rules let pass what is harmless, all but a few known sentences', () => {
    const alarmed = harmlessExamples.filter((text) => find(text).danger !== null)
    expect(knownAlarms).toEqual(expect.arrayContaining(alarmed))
  })

  it('suspects what no rule knows, and says which words spoke for it', () => {
    const { danger } = find('野塘边小娃娃刚扑通一下，只看到手在晃')
    expect(danger).not.toBeNull()
    expect(danger?.words.length).toBeGreaterThan(0)
  })

  it('lets the grammar take back what is denied or over', () => {
    expect(find('昨天电梯困人已经放出来了，问责任').danger).toBeNull()
  })

  it('is not asked about long letters', () => {
    const everyday = '小区绿化带被人占了种菜，希望城管来看一下。'
    expect(find(everyday.repeat(20)).danger).toBeNull()
  })

  it('is taught with as many everyday sentences as dangers, none of them both', () => {
    const dangers = dangerExamples.flatMap(([, , texts]) => texts)
    expect(harmlessExamples.length).toBeGreaterThan(dangers.length * 0.8)
    expect(dangers.filter((text) => harmlessExamples.includes(text))).toEqual([])
  })
})

describe('danger to life or property', () => {
  it('says which words spoke for it', () => {
    expect(find('我家里煤气泄漏了').danger?.words).toEqual(['煤气泄漏了'])
    expect(find('fire on the roof, a man is bleeding').danger?.words.length).toBeGreaterThan(1)
  })

  it('puts a threat to a life before everything else', () => {
    expect(find('有人要跳楼，楼下还着火了').danger?.kind).toBe('suicide')
  })

  it('finds one real danger among harmless sentences', () => {
    expect(find('你好。消防栓没有水。昨天那边着火了，已经扑灭。现在又烧起来了！').danger?.kind).toBe('fire')
    expect(find('没有人受伤，但是煤气还在漏，燃气味很重').danger?.kind).toBe('gas')
  })

  it('keeps what is only feared apart', () => {
    expect(find('飞线充电容易引起火灾').feared).toEqual(['火灾'])
    expect(find('路灯不亮').feared).toEqual([])
  })

  it('reads full-width letters, capitals and odd spacing alike', () => {
    expect(find('ＦＩＲＥ  ＯＮ  the   roof').danger?.kind).toBe('fire')
  })

  it('never throws and stays quick, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 60 }), (text) => {
        expect(() => find(text)).not.toThrow()
      }),
    )
    const began = process.cpuUsage()
    for (const text of [
      '火'.repeat(1_000_000),
      '没有'.repeat(300_000),
      'a '.repeat(500_000),
      '要想跳被打电'.repeat(100_000),
      'the fire '.repeat(100_000),
    ])
      find(text)
    expect(process.cpuUsage(began).user).toBeLessThan(1_500_000)
  })
})
