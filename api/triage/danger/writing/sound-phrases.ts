/**
 * What people in danger write in Latin letters because the input method fails them (`zhaohuo le`), or pick the wrong character of. A phrase
 * here is read by its sound; parted by blanks.
 */
const listed = (lines: string): string[] => lines.trim().split(/\s+/)

/** Told by their sound in pinyin, or where part of the phrase is pinyin: no other usual words sound so. */
export const dangerPhrases: string[] = listed(`
煤气泄漏 煤气漏了 煤气漏气 天然气泄漏 天然气漏了 燃气泄漏 燃气漏了 液化气漏了 漏煤气 煤气中毒 煤气味 煤气爆炸 一氧化碳中毒 瓦斯漏气
着火 着火了 起火 起火了 失火 失火了 火灾 冒烟 浓烟 黑烟 烧起来 救火 火很大 着大火
跳楼 要跳楼 自杀 想自杀 不想活 不想活了 割腕 割腕了 上吊 喝农药 喝了农药 安眠药 跳河 跳桥 轻生 遗书 烧炭 想死
砍人 杀人 杀我 要杀我 拿刀 持刀 拿刀砍人 抢劫 绑架 家暴 打我 在打我 打架 动刀 救命 强奸 打人 被跟踪 有小偷
溺水 落水 落水了 掉河里 掉水里 掉进河里 掉进水里 掉到河里 淹死 沉下去
被困 困在电梯 困在电梯里 被困电梯 电梯困人 电梯里 反锁 出不来 压住人 被压住
倒塌 塌了 房子塌了 楼塌了 墙塌了 墙倒了 滑坡 山体滑坡 坍塌 倒了
触电 漏电 被电了 电线掉了 高压线
车祸 撞车 撞人 撞人了 翻车 被车撞 车祸了
晕倒 晕倒了 昏迷 昏迷不醒 没有呼吸 没呼吸 没呼吸了 心脏病 心脏病发 心脏病发作 流血 流血不止 很多血 大出血 噎住 噎住了 抽搐 口吐白沫 吐白沫 骨折 中毒 叫不醒 救护车 受伤 中风
爆炸 爆炸了 炸弹 放炸弹 有炸弹 炸了
走丢 走丢了 走失 走失了 失踪 不见了 找不到 被拐
`)

/**
 * Told by their sound though every character is written, and some wrongly. Only such as sound like nothing else people write: 割腕了 is also
 * 割完了, 要上吊 is 要上调, 拿刀砍 is 拿到看, 失火了 is 事火了.
 */
export const misheardPhrases: string[] = listed(`
煤气泄漏 煤气泄露 煤气中毒 煤气爆炸 煤气漏气 天然气泄漏 天然气漏 燃气泄漏 燃气管 液化气漏 一氧化碳中毒
有人跳楼 要跳楼 想跳楼 有人自杀 想自杀 要自杀 喝农药 喝了农药 安眠药 不想活了
持刀砍人 持刀行凶 有人持刀 被绑架 入室抢劫 有人抢劫 放炸弹 有炸弹 工厂爆炸 煤气罐爆炸
有人溺水 有人落水 孩子掉河里 小孩掉河里 掉进河里
被困电梯 困在电梯 电梯困人
房子塌了 房子倒塌 墙倒了 墙塌了 楼塌了 山体滑坡 脚手架塌
有人触电 工人触电 触电倒地 触电了 高压线 电线漏电
出车祸 出车祸了 两车相撞
没有呼吸 没呼吸了 昏迷不醒 有人晕倒 晕倒了 口吐白沫 吐白沫 流血不止 心脏病发 胸口疼 突然抽搐 救护车
着火了 冒浓烟 浓烟滚滚 救命啊
孩子走丢 小孩走丢 走丢了
`)

/** What stands around a danger written in pinyin, so that who and where are read as well. */
export const companionPhrases: string[] = listed(`
有人 有人要 我家 我们 家里 我爸 我妈 爸爸 妈妈 老公 老婆 孩子 小孩 老人 奶奶 爷爷 工人 他要 她要 他在 我在 人在 邻居 隔壁
楼上 楼下 三楼 二楼 厨房 仓库 工厂 超市 车站 电梯 楼顶 学校 快来 快来人 快来救 救救 现在 正在 出了 很大 味道 里面 要 了 在 里 我 他
请问 怎么 什么 电话 听说 是不是 真的吗 演练 以前 已经 上次 昨天 没有
`)
