/** Dangers the model is taught with and still does not find. A rule that finds one takes it off this list. */
export const knownMisses: string[] = [
  '燃气软管脱落了，嗤嗤往外喷，不敢开灯',
  "i've made up my mind, tell mum it isn't her fault",
  '猫着腰钻进涵洞捡球的娃卡在里头，哭声越来越小',
  '电梯往下冲了三层停了，灯也灭了，里头有老有小',
  '捡到一个小女孩，两岁左右，不会说家在哪里',
]

/** Harmless sentences it is taught with and still takes for danger. */
export const knownAlarms: string[] = [
  '家里的燃气热水器打不着，是不是没气了',
  '孩子上学的事情把我愁得想撞墙',
  '楼上扔烟头把我家被子烧了个洞',
  'the paint on the wall is falling off',
  '爆米花机器漏电',
  'my cat is stuck in a tree',
  '树枝快碰到电线了，请修剪',
  '老人摔倒的地方没扶手，建议加一个',
  '房贷压得我喘不过气',
  '排队排得腿都断了',
  '手机掉水里了，能保修吗',
  '老师讲触电急救很好，想推广',
  "my building's wifi box is buzzing and annoys me",
  "my landlord is raising the rent and i'm dying inside",
  '公交急刹导致我撞到扶手，想要个说法',
  '地铁上太挤，喘不过气，能不能加车',
  '听说隔壁小区着火了，我们小区消防设施也旧了，能不能查一下',
]
