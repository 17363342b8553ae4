/** Marks by which machines say that they are one: in brackets before or behind the text, or before a colon. */
const marks =
  '(?:系统|智能|手机|邮件)?自动(?:回复|回覆|应答|答复)|auto[- ]?(?:reply|response|responder)|automatic (?:reply|response)|automated (?:reply|response|message)|out[- ]of[- ]office(?: (?:reply|auto-?reply))?'
const marksInBrackets = `${marks}|ooo|do not disturb|(?:驾驶|驾车|开车|会议|勿扰)模式|来电提醒|短信呼`

const busy = '(?:开车|驾车|驾驶|开会|会议中?|忙|上课|睡觉|休息|休假|出差|看电影|飞机上|度假)'
const later =
  '(?:稍后|稍候|晚点|晚些|回头|待会|过会|一会|会尽快|尽快|到达|结束后|不便接听|不方便接|无法接听|不能接听|无法及时|返回后)'
const iAm = "(?:i'm|i am|im)"
const busyEnglish =
  '(?:driving|in a meeting|at the (?:movies|cinema)|asleep|sleeping|on vacation|on holiday|on leave|out of (?:the )?office|away from my (?:phone|desk)|not available|unavailable|busy)'
const laterEnglish =
  "(?:i'll|i will|will|can i) (?:see|reply|respond|call|text|get back|be back|read|contact|return)|(?:get back to you|call you (?:back|later)|when i (?:get|can|return)|as soon as (?:i can|possible))|turned on|with focus"

/** What texts of machines are known by, in one spelling: lower case, half width, simplified. */
export const machineWords = {
  autoReply: [
    new RegExp(`^[([{<【〔「『*]+ ?(?:${marksInBrackets})[^)\\]】]{0,8}[)\\]}>】〕」』*]`, 'u'),
    new RegExp(`[([【〔<](?:${marks})[)\\]】〕>]$`, 'u'),
    new RegExp(
      `^(?:${marks}) ?(?:[:：.!—–-]|$)|^(?:i am |i'm )?(?:currently )?out of (?:the )?office (?:until|till|from|this|today|and|with)`,
      'u',
    ),
    /(?:此|本|这)(?:短信|消息|信息|回复|邮件|条短信|条信息)?(?:为|是|由)(?:系统)?自动(?:回复|发送|生成)|(?:请勿|请不要|无需)(?:直接)?回复(?:此|本|该)?(?:短信|信息|消息|号码)[。.!]*[)】]?$/u,
    /\b(?:this is an? (?:automated|automatic|auto[- ]generated)|please do not reply to this|do[- ]not[- ]reply to this|this (?:number|inbox|mailbox) is not monitored|replies are not monitored)/u,
    // Telephones write these by themselves while their owner drives, sleeps or does not take a call: that somebody is busy, and will answer later.
    new RegExp(
      `^(?:您好|你好|hi)?[,，!！ ]*(?:抱歉|对不起|不好意思)?[,，!！ ]*(?:我|本人|机主)?(?:现在|目前|正在?|暂时|在)*${busy}[^?？]{0,10}${later}[^?？]{0,24}$`,
      'u',
    ),
    new RegExp(
      `^(?:抱歉|对不起|不好意思|您好|你好)?[,，!！ ]*(?:我|本人)?(?:现在|目前|暂时)*(?:不方便|不便|无法|不能)(?:接听?电话|接听|通话)[,，.。!！ ]*${later}[^?？]{0,12}$`,
      'u',
    ),
    /^我?正在驾(?:车|驶)[^?？]{0,12}(?:勿扰|专注)/u,
    /^[([]?(?:我)?(?:现在|暂时)?(?:收不到|未收到|没有接收)通知[^?？]{0,12}紧急/u,
    new RegExp(
      `^(?:sorry|hi|hello)?[,.! ]*${iAm} (?:currently |now |right now )?${busyEnglish}[^?]{0,60}(?:${laterEnglish})[^?]{0,120}$`,
      'u',
    ),
    /^(?:sorry[,.! ]*)?(?:i )?can(?:'t|not) (?:talk|answer|take your call|pick up)(?: right)?(?: now)?[.!,]?(?: (?:i'll|can i|what's up|please|call|will)[^?]{0,40}\??)?$/u,
    /^(?:sorry[,.! ]*)?i(?:'ll| will) call you (?:right )?(?:back|later)[.!]?$/u,
    /^\(?i(?:'m| am) not receiving notifications/u,
    /^thank you for (?:your (?:message|text|email)|contacting|reaching out|texting)[^?]{0,160}(?:get back|respond|reply|be in touch|business hours|office hours|shortly)/u,
  ],
  /** Somebody tells or asks of a code: no machine says *I*. */
  codeDoubt: /[?？吗]|我(?!司|行|们|院|校|局|中心)/u,
  codeName:
    /验证码|校验码|动态(?:密)?码|确认码|登录码|提取码|取件码|激活码|随机码|(?:verification|security|confirmation|login|log-in|sign-in|access|one-time|authentication|activation) (?:pass)?code|\botp\b|one[- ]time password|\bpasscode\b|\bcode\b/u,
  codeFigures:
    /(?<![\d.])(?:[a-z]{1,3}-)?\d{4,8}(?!\d)|(?<!\d)\d{3}[ -]\d{3}(?!\d)|(?<!\d)\d{1,2}-\d{1,2}-\d{3,5}(?!\d)/u,
  codeCare:
    /【[^】]{1,24}】|^\[[^\]]{1,24}\]|(?:请?勿|不要|切勿)(?:向|将|把)?[^,，。]{0,8}(?:泄露|告知|转发|透露|提供)|分钟内|有效|过期|expires?|valid for|do(?:n't| not) share|never share|is your|your [^.]{0,24}code is|minutes/u,
  /** 【Company】 before or behind the text. */
  signature: /^[【[][^】\]]{1,24}[】\]]|[【[][^】\]]{1,24}[】\]]$/u,
  optOutTail:
    /(?:(?:退订|拒收|td|不需要|如不需要|谢绝来信|屏蔽)[^,，。]{0,6}(?:请|可)?(?:回复?|发送?|复)\s*["“']?(?:[a-z]{1,3}\d{0,2}|\d{1,4}|退订|拒收)["”']?|(?:回复?|发送?|复)\s*["“']?[a-z]{1,3}\d{0,2}["”']?\s*(?:退订|拒收|谢绝)|(?:拒收|退订)\s*["“']?[a-z]{1,3})[\s。.!)）】\]]*(?:[【[][^】\]]{1,24}[】\]])?$/u,
  optOutEnglish:
    /(?:reply|text|txt|send|respond|reply with)[: ]+["“']?(?:stop|end|quit|cancel|unsubscribe|optout|no|out)["”']?,? (?:2|to|for) ?(?:opt[- ]?out|unsub(?:scribe)?|cancel|end|stop|quit|be removed)|\b(?:stop|end|quit)(?:=| ?2 ?| to )(?:opt[- ]?out|unsub(?:scribe)?|end|quit|cancel|stop)\b|to (?:opt[- ]?out|unsubscribe|stop(?: receiving)?)[^.]{0,30}\b(?:reply|text|txt|send)\b[^.]{0,12}\b(?:stop|end|quit|out)\b|msg ?(?:&|and) ?data rates may apply|(?:opt[- ]?out|unsub(?:scribe)?)[: ]+(?:reply |text )?stop\b/u,
} as const
