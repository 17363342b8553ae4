/**
 * Slips of the keyboard in words of danger, none of which is a word or a part of words by itself (着货 is in 等着货, 自沙 in 来自沙特: such are read by
 * the phrase they stand in, see `by-sound.ts`).
 */
const slipsOf: Record<string, string> = {
  跳楼: '跳搂 跳娄 跳漏',
  自杀: '自煞 自傻',
  煤气: '煤汽 媒气',
  泄漏: '泄陋 泄楼 谢漏 卸漏 泻漏 泻露',
  天然气: '天燃气 天燃汽 天然汽',
  液化气: '液化汽',
  爆炸: '暴炸 爆诈 暴诈 报炸 爆榨',
  炸弹: '乍弹 诈弹',
  漏电: '露电 陋电',
  救命: '救名',
  昏迷: '昏谜 混迷 昏米 昏密',
  晕厥: '晕绝 晕决',
  呼吸: '呼系 呼息',
  流血: '流雪',
  窒息: '窒吸 室息',
  噎住: '噎主 噎注',
  抽搐: '抽处 抽畜',
  白沫: '白末 白抹',
  心脏: '心赃',
  电梯: '电锑',
  被困在: '被因在 被囧在',
  被困住: '被因住',
  落水: '落睡',
  倒塌: '倒踏 倒榻 到踏',
  坍塌: '坍踏 瘫塌',
  滑坡: '滑波 划坡',
  绑架: '邦架',
  抢劫: '枪劫 抢截 强劫',
  持刀: '持到',
  安眠药: '安免药 安棉药 安眼药',
  割腕: '割碗',
  烧炭: '烧碳',
  失踪: '失综 失宗 失棕',
  火灾: '火债 火栽',
  浓烟: '农烟',
  反锁: '反琐 返锁',
  着火了: '着伙了 着或了 着祸了 着火拉 着火勒 着火鸟',
}

/** Each slip with the word that was meant. */
export const slips: Record<string, string> = Object.fromEntries(
  Object.entries(slipsOf).flatMap(([word, written]) => written.split(' ').map((slip) => [slip, word])),
)
