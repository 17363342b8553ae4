/**
 * What the short texts are made of that ask for something by a word: simplified Chinese and English, lower case, half width. A text is
 * such a request only when it is made of these pieces from end to end (`words.grammar.ts`), so a piece can be short without
 * swallowing what people tell.
 */

/** Kinds of a piece. `polite` and `about` say nothing by themselves; `solved` only why something else is asked. */
export type PieceKind =
  | 'stop'
  | 'start'
  | 'help'
  | 'person'
  | 'progress'
  | 'urge'
  | 'withdraw'
  | 'rate'
  | 'newRequest'
  | 'thanks'
  | 'yes'
  | 'no'
  | 'never'
  | 'solved'
  | 'polite'
  | 'about'

/** Every way to put one word of each group after the other; an empty word leaves a group out. */
const each = (...groups: readonly string[]): string[] =>
  groups.reduce<string[]>((told, group) => told.flatMap((start) => group.split('|').map((word) => start + word)), [''])

const handled = '处理|办理|解决|修|修好|弄好|办好|处理好|解决好'

export const pieces: Readonly<Record<PieceKind, readonly string[]>> = {
  // Politeness, who asks whom, and how a sentence ends.
  polite: [
    ...'请 请问 问 问下 麻烦 麻烦了 劳驾 拜托 拜托了 帮 帮我 帮忙 帮个忙 给我 替我 我 我要 我想 我想要 我们 想 想要 要 需要 能 能不能 能否'.split(
      ' ',
    ),
    ...'可不可以 你 您 你们 您们 再 就 先 也 都 那 那就 现在 同志 老师 师傅 领导 工作人员 客服 回复 直接'.split(' '),
    ...'一下 下 一次 吧 了 吗 嘛 么 呢 啊 呀 哈 啦 哎 唉 诶 喔 的话 回 回覆 请回复 发 发送 短信'.split(' '),
    ..."please pls plz kindly can could would will you me i i'd i'm like to want need just now again".split(' '),
  ],
  // What is asked about, and since when.
  about: [
    ...'的 这个 那个 这 那 这件 那件 这条 个 件 事 事情 事儿 问题 诉求 请求 工单 单子 单 案件 报的 报修的 提的 提交的 反映的 投诉的'.split(
      ' ',
    ),
    ...'之前 之前的 上次 上次的 刚才 刚才的 昨天 昨天的 前几天 今天 目前 关于 办理 处理 解决 情况 信息 到底 究竟 几天了 好几天了 都几天了 这么久了'.split(
      ' ',
    ),
    ..."my us our tell let know the a an of about on for with at is are it it's its this that there any some more do does have has".split(
      ' ',
    ),
    ..."been today get give still yet so then what what's whats how request requests report reports complaint case ticket issue problem matter".split(
      ' ',
    ),
  ],
  // What our notices teach (退订回TD, STOP), as it is written by whoever read it, or another sender's notice like it.
  stop: [
    ...'退订 td 拒收 停发 退定 退丁 停止接收 停止推送 取消订阅 取消推送 tuiding'.split(' '),
    ...each('退订|拒收|取消订阅', '|请', '|回|回复|发|发送', 'td|t|n|r|tr'),
    ...each('|回|回复|发|发送', 'td|t|n|r|tr', '退订|拒收|取消订阅'),
    ...each('回|回复|发|发送|请回|请回复', 't'),
    ...each('取消', '订阅|短信|短信订阅|短信服务|短信通知|短信提醒|通知'),
    ...each('关闭|停止|屏蔽', '短信', '|提醒|通知|推送|服务'),
    ...each('不要|别|不用|停止|请勿|请不要', '|再|给我|再给我|继续|继续给我', '发|发送|发短信|发信息|发消息|短信'),
    ...each('不想|不愿|不要|别|不需要|不', '再|', '收|收到|接收', '|短信|信息|消息|通知'),
    ...each('不需要|不要|不再需要', '短信|短信通知|短信提醒|通知短信'),
    ...each('拒收', '|短信|信息'),
    ...each('退订|退掉', '短信|服务|通知|信息|短信通知|短信服务'),
    ...each('短信', '退订'),
    'stop',
    'unsubscribe',
    'unsub',
    'opt out',
    'opt me out',
    ...each('stop ', 'texting|messaging|sending', '| me', '| texts| messages| sms| these texts| these messages'),
    ...each('stop ', 'all |', 'texts|messages|sms|the texts|the messages|these texts|these messages'),
    ...each('unsubscribe|cancel|end', ' from|', ' texts| messages| sms| these texts| these messages| this list'),
    ...each("don't |do not |dont ", 'text|message|contact', ' me', '| again| any more| anymore'),
    ...each('no more ', 'texts|messages|sms'),
    ...each(
      'remove |take ',
      'me|my number',
      '| from this list| from your list| from the list| off this list| off your list',
    ),
  ],
  start: [
    'start',
    'unstop',
    'resume',
    'restart',
    'subscribe',
    'resubscribe',
    'opt in',
    'opt-in',
    'opt me in',
    ...each('start|resume', ' texts| messages| sms| texting| texting me| sending texts'),
    ...each('恢复', '|短信|订阅|接收|接收短信|发送|发短信|推送|短信通知|通知|服务'),
    ...each('|重新|继续', '订阅|接收短信'),
    ...each('重新|继续', '接收|发送|发短信|收短信|开通|开通短信'),
    ...each('开通|同意接收|愿意接收|我要收|要收', '短信', '|通知'),
    ...each('取消|不|不想|先不|别', '退订', '|了'),
    '取消td',
  ],
  // Somebody who only greets has not said yet what it is about: they are told how, and no ticket is made of it.
  help: [
    // R is no word of ours: it refuses nothing by itself, and is told how.
    ...'help info menu instructions hello hi hey test r 12345 110 119 120 122'.split(' '),
    ...each('good ', 'morning|afternoon|evening|day'),
    ...each('hi|hello', ' there'),
    'how does this work',
    'how to use',
    ...each('帮助', '|信息|菜单'),
    ...each('怎么|如何', '用|使用|操作|投诉|反映|反映问题|举报|报修'),
    ...'菜单 功能 指令 使用说明 测试 你是谁 您是谁 你们是谁 这是什么'.split(' '),
    ...'你好 您好 你们好 早上好 上午好 下午好 晚上好 早 喂 喂喂 哈喽 在 在么 在不在 有人吗 有人在吗 有人在'.split(' '),
  ],
  person: [
    ...each('|转|找|接|转接', '人工', '|服务|客服|坐席|话务员'),
    ...each('转|找|转接', '客服|话务员|接线员|工作人员'),
    ...each(
      '请|',
      '回电|回电话|回个电话|来电|来个电话|联系我|给我回电|给我回电话|给我回个电话|给我打电话|打电话给我|打我电话',
    ),
    ...'human|a human|operator|agent|a real person|call me|call me back|ring me|contact me'.split('|'),
    ...each('speak|talk', ' to ', 'a person|someone|somebody|a human|an agent|a real person|an operator'),
  ],
  progress: [
    ...'进度 进展 查 查查 查看 查一查 看看 看一下 看下 查询 结果 状态 怎么样 怎样 咋样 如何 什么情况 啥情况 什么进展 什么结果 什么状态'.split(
      ' ',
    ),
    ...each('办理|处理|解决', '进度|进展|情况|结果|状态'),
    ...each('|进度|办|办理|处理|进行', '到', '哪|哪里|哪儿|哪一步|哪步|哪个环节|什么程度'),
    ...each('办|处理|解决|弄|进行', '得|的|', '怎么样|怎样|咋样|如何'),
    ...each('有|有没有|有了|没有', '结果|消息|进展|回复|答复|回音|反馈', '吗|了吗|没有|了没|了没有|了|呢|'),
    ...each(`${handled}|好|办|办完|弄完|处理完`, '了吗|了没|了没有|了么|没有|了不'),
    ...each(
      '什么时候|啥时候|几时|多久|何时|还要多久|要多久|大概多久',
      '|能|可以|会|才能|能够',
      `${handled}|好|有结果|有人来|来|来人|答复|回复|弄|来修`,
    ),
    ...'progress status track query check update updates news'.split(' '),
    ...each('check|track', ' on'),
    ...each("how is|how's|hows", ' it', ' going'),
    ...each("what is|what's|whats", ' happening', '| with| to'),
    ...each("where is|where's", ' my|', ' request| ticket| complaint| report'),
    ...each('when will it be |is it |has it been ', 'fixed|done|solved|repaired|handled|resolved|ready', '| yet'),
  ],
  urge: [
    ...'催 催催 催办 催单 催一催 催促 加急 快点 快些 快一点 快快 尽快 抓紧 赶紧 赶快 抓点紧 尽早 早点 太慢了 这么慢 怎么这么慢 催了'.split(
      ' ',
    ),
    ...each('催促|加急|快点|快些|快一点|尽快|抓紧|抓紧时间|赶紧|赶快|尽早|早点|请|能不能|能否|麻烦|帮忙|帮我', handled),
    ...each('到现在|现在', '还|都|', '没人|没有人', '来|管|处理|联系|联系我|修|来修'),
    ...each(
      '怎么|为什么|为啥|咋',
      '还|一直|到现在|到现在还|现在还|',
      '没|没有|不|未',
      `${handled}|好|回复|答复|结果|动静|消息|来|来修|有人来|人来|人管|人处理|人联系|人联系我|有人联系我|有人处理`,
    ),
    ...'urge hurry chase remind faster quickly asap'.split(' '),
    ...'hurry up|speed up|speed it up|be quick|as soon as possible|why so slow|why is it so slow|chase it|chase up'.split(
      '|',
    ),
    ...each('why ', 'is|has', ' it |nobody |no one ', 'not fixed|not done|not been fixed|not been handled|come|called'),
  ],
  withdraw: [
    ...'撤销 撤单 撤回 撤诉 撤掉 撤了 取消'.split(' '),
    ...each('撤销|撤回|取消|撤', '工单|诉求|投诉|申请|举报|报修'),
    ...each('不用|不必|不需要|无需', '再|', '处理|办理|办|管|来|来人|来修|修|跟进', '|了'),
    ...each('不', '投诉|举报|反映|报修|追究', '了'),
    'withdraw',
    'withdrawal',
    'retract',
    'cancel',
    'take it back',
    'no longer needed',
  ],
  rate: ['rate', 'rating', 'review', 'feedback', '评价', '评分', '打分', '满意度'],
  newRequest: [
    ...'new|another|a new request|another one|another matter|another request|make a request|make a complaint|file a complaint|report a problem|complain'.split(
      '|',
    ),
    ...each('新|新的', '诉求|工单|问题|投诉|事情|情况'),
    ...each('另|另外', '一件', '事|事情'),
    ...'投诉 举报 咨询 报修 反映 反应 求助 建议'.split(' '),
    ...each('反映|反应|举报|投诉|咨询', '一|一个|个|一下|点|一些|几个', '|问题|情况|事|事情'),
    ...each('有|有个|有件|有一个|有一件|有点|有些', '问题|情况|事|事情|投诉'),
  ],
  thanks: [
    'thanks',
    'thank you',
    'thanks a lot',
    'thank you very much',
    'thank you so much',
    'many thanks',
    'thx',
    'got it',
    'great',
    'understood',
    ...each('|非常|十分|太|万分', '谢谢|感谢|多谢', '|你|您|你们|大家|了|啦'),
    ...'辛苦 辛苦了 辛苦你们了 收到 知道了 知道 明白 明白了 了解 了解了 晓得了 再见 不客气'.split(' '),
  ],
  yes: [
    ...'yes y yeah yep sure ok okay confirm right correct'.split(' '),
    ...'是 是的 确认 确定 对 对的 好 好的 好滴 好吧 行 行的 可以 可以的 哦 噢 没问题 同意 嗯 嗯嗯 恩 中'.split(' '),
  ],
  no: [
    ...'no n nope'.split(' '),
    ...'not now|keep it'.split('|'),
    ...'否 不 不是 不要 不用 不必 不需要 不行 不撤 保留'.split(' '),
    ...each('不|不要|别|先不|不想|不用', '撤销|撤回|取消|撤单|撤诉'),
  ],
  // Takes back what was just begun, whatever it was.
  never: ['never mind', 'nevermind', 'forget it', '算了', '算了吧', '没事', '没事了', '没什么', '当我没说'],
  solved: [
    ...each('|问题|已|已经|都|问题已|问题已经|事情', '解决了|好了|修好了|处理好了|处理了|弄好了|办好了'),
    ...each("it is |it's |", 'fixed|solved|resolved|done'),
  ],
}
