import type { DangerKind, EmergencyNumber } from './triage.types.ts'

/** One way of saying that life or property is in danger; matched against normalised (lower-case) text. */
export interface DangerSign {
  kind: DangerKind
  call: EmergencyNumber
  pattern: RegExp
}

const sign = (kind: DangerKind, call: EmergencyNumber, zh: RegExp, en: RegExp): DangerSign => ({
  kind,
  call,
  pattern: new RegExp(`${zh.source}|\\b(?:${en.source})`, 'g'),
})

/** In the order of precedence: the first kind found is the one told. Gaps in a phrase are bounded, so matching stays linear. */
export const dangerSigns: DangerSign[] = [
  sign(
    'suicide',
    '110',
    /自杀|轻生|寻短见|寻死|割腕|割脉|上吊|自焚|自残|自尽|(?:要|想|准备|正|在|打算|有人|站|坐|从).{0,8}跳(?:楼|河|桥|江|湖|海|下去)|跳(?:楼|河|桥|江|湖)(?:了|啦|轻生|自)|闹跳楼|(?:有|个)人跳(?:楼|河|桥|江)|不想活|活不下去|不想再活|活着没意思|(?:吃药|今晚|今天).{0,4}(?:结束一切|一了百了)|(?:翻|爬|跨)(?:越|上|过|出).{0,6}(?:桥|天台|楼顶).{0,4}(?:护栏|栏杆|围栏)|活够了|想死(?!你|我|了你)|死了算了|一死了之|结束(?:自己|我|她|他)?的?生命|想不开|(?:坐|站|爬)(?:在|到|上)了?.{0,3}(?:窗台|楼顶|天台|桥栏|护栏|栏杆|阳台|女儿墙).{0,2}(?:外|边沿|边缘)|(?:喝|服|吞|吃).{0,3}(?:农药|百草枯|毒药|安眠药|敌敌畏)|服毒|遗书|开煤气(?:自|寻)/,
    /suicid\w*|kill(?:ing)? (?:my|him|her|them)sel(?:f|ves)|end(?:ing)? (?:my|his|her) (?:own )?life|want(?:s|ed)? to die|wanna die|(?:don'?t|do not|doesn'?t|does not) want to (?:live|be alive)|jump(?:ing)? (?:off|from) (?:the|a|his|her|my|our)? ?(?:\w+ )?(?:bridge|roof|building|window|balcony|ledge|tower)|hang(?:ing)? (?:my|him|her)self|self[- ]?harm|cut(?:ting)? (?:my|his|her) wrists?|better off dead|(?:took|taken|swallowed) (?:\w+ ){0,3}(?:bottle of|many|lot of|lots of|all (?:her|his|my|the)) ?(?:\w+ )?pills|no reason to live|overdos\w+/,
  ),
  sign(
    'violence',
    '110',
    /杀人|行凶|砍(?:人|伤|死|了)|持刀|(?:拿|拎|提|举|挥)着?.{0,3}(?:刀|斧|枪)|捅(?:人|伤|死|了|刀)|追砍|打人|(?:被|遭)(?:人|他|她|老公|丈夫|邻居|男人|一?群人|几个人|房东|保安)?.{0,4}(?:打|殴打|揍|围殴)(?:了|伤|死|得|成|着|过|$)|殴打|围殴|群殴|斗殴|打架|打起来|打群架|互殴|家暴|抢劫|抢我|抢了|(?<!道德)绑架(?:了|我|孩|小孩|人质|案)|劫持|人质|强奸|性侵|猥亵|非法拘禁|限制.{0,4}人身自由|虐待|(?:要|想|说|威胁).{0,5}(?:杀|弄死|砍死|打死|捅死)(?:我|你|他|她|人|全家)|弄死我|开枪|枪击|(?:打|踢|踹|掐|扇)(?:我|老婆|妻子|孩子|小孩|老人|妈妈|女人|她|他)(?!电话|手机|的电话|热线|们的|工|招呼|官司|交道)|往死里打|有人入室|入室(?:盗|抢|行凶|偷|杀)|破门而入|有人撬|尾随|被绑/,
    /stabb\w*|with (?:a|an|the) (?:\w+ )?(?:knife|gun|machete|axe|weapon)|(?:has|have|had|got|holding|carrying|waving|pulled) (?:a|an) (?:\w+ )?(?:knife|gun|machete|axe|weapon)|gunshots?|gunfire|(?:is |are |was |been )?shooting (?:at|people|here)|(?:shot|shooting) (?:someone|somebody|a man|a woman|people|at)|assault\w*|(?:attack(?:ed|ing|s)?|beat(?:en|ing|s)?(?: up)?|hit(?:ting|s)?|punch(?:ed|ing|es)?|kick(?:ed|ing|s)?|chok(?:ed|ing|es)|strangl(?:ed|ing|es)) (?:on )?(?:me|him|her|us|them|someone|somebody|people|a man|a woman|his wife|his|my (?:mother|wife|mum|mom|husband|father|child|son|daughter|neighbou?r|friend)|the (?:kid|child|woman|man|boy|girl))|(?:being|getting|got|was|been) (?:beaten|attacked|robbed|mugged|raped|assaulted)|robbery|robbing|mugg(?:ed|ing)|kidnap\w*|hostages?|raped?\b|raping|domestic violence|(?:a )?fight (?:has )?(?:broke|broken|going|started|happening)|(?:people|men|guys|boys|students|they) (?:are )?fighting|murder\w*|(?:going to|will|gonna|wants? to|threaten(?:s|ed|ing)? to|trying to) (?:kill|hurt|shoot|stab) (?:me|him|her|us|them|everyone|someone|my)|break(?:ing)? into my|broke into my|intruder|(?:scream|cry|yell|call|shout)ing for help|death threats?/,
  ),
  sign(
    'explosion',
    '119',
    /爆炸|爆燃|(?:煤气|燃气|液化气|气罐|煤气罐|气瓶|变压器|锅炉|电瓶|电动车|化工|仓库|高压锅|热水器|工厂|油罐).{0,4}炸(?:了|开|响)|炸弹|炸药|爆炸物|雷管/,
    /explo(?:sions?|ded|ding|des)|blew up|blown up|bomb\b|bombs\b|(?:loud|huge|gas|big) blast/,
  ),
  sign(
    'fire',
    '119',
    /(?<!不)着火|(?<!引)起火|失火|火灾|火警|(?:有|发生|的|场|是|扑救)大火|大火(?!车|锅)|冒火(?!花|星)|火苗|火势|烧起来|烧着了|着了火|烧了起来|正在燃烧|自燃|冒(?:出|着|起)?.{0,3}(?:浓烟|黑烟|白烟)|浓烟|冒烟|火光|(?:窜|往外.{0,2})(?:出)?火|(?:车|房子|屋子|仓库|店|棚|电瓶|厨房|楼).{0,6}烧(?:了|起|着)(?!水|饭)|(?:全是|都是|好多|大量|满是|好大的?)烟(?!头|酒|花|味|灰|蒂)|冒(?:出)?.{0,2}烟|纵火|放火|山火|救火/,
    /on fire|caught fire|catch(?:ing)? fire|caught on fire|(?:house|building|kitchen|apartment|flat|forest|car|electrical|grass|warehouse|big|large|huge) fire(?! ?(?:hydrant|station|extinguish|drill|alarm|door|escape|safety|inspection|truck|code|lane|permit|engine|pit|place|work))|(?:there(?:'s| is| are| was)|i see|see|have|has) (?:a |an |some )?(?:(?!no\b)\w+ )?fires?(?! ?(?:hydrant|station|extinguish|drill|alarm|door|escape|safety|inspection|truck|code|lane|permit|engine|pit|place|work|exit|hose))|fire! ?|fire (?:in|at|on) (?:my|the|our|a|apartment|building|room|floor|unit)|fire (?:is |has )?(?:broke|broken|spreading|started|burning)|flames?|ablaze|blazing|blaze\b|(?:is|are|was) burning(?! (?:leaves|trash|garbage|rubbish|incense|paper|plastic|wood|straw|money|waste|smell))|burning (?:down|house|building|car|flat|apartment|up)|(?:thick|heavy|black|lots of|dense) smoke|smoke in (?:my|the|our|a)|smoke is filling|(?:full of|filled with) smoke|smell (?:of )?(?:something )?burning|burning smell (?:from|behind|in)|smoke (?:is )?(?:coming|pouring|everywhere|billowing)|smok(?:e|ing) from the (?:window|roof|socket|building|apartment|flat|outlet|engine|battery|meter)|arson\w*|set(?:ting)? fire/,
  ),
  sign(
    'gas',
    '119',
    /(?:煤气|燃气|天然气|液化气|瓦斯|沼气|气罐|气管|灶具?|灶头|煤气灶|热水器).{0,8}(?:泄漏|泄露|漏气|外泄|漏出来|(?:在|老|一直|好像|正|严重|又|大量)漏|漏了|跑气)|(?:泄漏|泄露|漏了?).{0,3}(?:煤气|燃气|天然气|液化气)|(?:煤气|燃气|天然气|液化气|瓦斯)[^，,]{0,8}(?:味|臭|嘶嘶)|闻.{0,8}(?:煤气|燃气|天然气|液化气)|(?:煤气|燃气|一氧化碳|瓦斯|沼气)中毒|(?<!轮|车|胎|球|调|床|篮|环|圈|垫|冰箱)漏气|毒气.{0,2}泄|(?:煤气|燃气|天然气).{0,4}(?:挖|弄|撞|打|凿)(?:破|断|裂|爆|穿)|(?:煤气|燃气|灶|灶火).{0,4}(?:没关|忘关|忘了关|没有关)|氯气泄|氨气泄/,
    /gas (?:is |pipe is |line is |pipe |line |main |cylinder |cylinder is |bottle is )?leak\w*|leak(?:ing|s)? (?:of )?(?:natural )?gas|smell(?:s|ing|ed)? (?:of |like |strong |a strong smell of |some |a lot of |the )?(?:natural )?gas\b|gas (?:smell|odou?r)|smell of (?:natural )?gas|carbon monoxide|gas poisoning|gas is escaping|toxic gas/,
  ),
  sign(
    'trapped',
    '119',
    /被困|(?:人|我们?|孩子|乘客|游客).{0,3}下不来|停在半空|困(?:在|住|人|了|于)|(?:卡|夹|压|埋|关|锁)(?:在|住|到).{0,6}(?:电梯|里面|下面|井|废墟|门缝|栏杆|缝|洞|轿厢)|(?:手|手指|脚|头|腿|胳膊|身体|有人|人被|孩子|小孩|宝宝)(?:被|给)?.{0,3}(?:卡|夹|压)(?:住|在)|电梯.{0,12}(?:出不(?:来|去)|困|关人|坠落|下坠|急坠|掉下|往下掉|打不开门)|(?:孩子|小孩|老人|宝宝|婴儿).{0,8}(?:反锁|锁在|关在)|(?:掉|跌|摔|坠)(?:进|入|到|下|落).{0,4}(?:窨井|下水道|井里|井中|深坑|坑里|下水井|井内|电梯井)|(?:人|孩子|工人|老人).{0,4}埋在|(?:人|我|孩子|老人|我们).{0,6}(?:出不来|逃不出)|被?(?:反)?锁在.{0,5}(?:里|内|厕所|屋)|掉(?:下|到|进)了?(?:站台|轨道|铁轨)/,
    /(?:is |are |am |was |got |were |been )?trapped|(?:is |are |am |'m |'re |got |people )?stuck (?:in|inside|between) (?:the|an|a|our|this) (?:\w+ )?(?:elevator|lift|shaft|well|hole|door|car|railing|pipe)|(?:elevator|lift) (?:is |has |just )?(?:fell|fallen|dropped|plunged|stuck with|stopped with)|(?:child|baby|kid|toddler|son|daughter|mother|man|elderly \w+) (?:is |has been |got )?(?:locked|stuck) in|fell (?:in|into|down) (?:a|the|an) (?:\w+ )?(?:manhole|well|shaft|sewer|hole|pit)|buried under|(?:elevator|lift) .{0,40}can(?:'?t|not) get out|can(?:'?t|not) get out of the (?:elevator|lift|car|house)|fell (?:on|onto|off) (?:the )?(?:\w+ )?(?:tracks|platform)/,
  ),
  sign(
    'drowning',
    '119',
    /溺水|落水|(?:掉|跌|滑|摔|坠|冲|开|跳)(?:进|到|入|下|落)了?.{0,2}(?:河|江|湖|池塘|水里|水中|水库|海里|鱼塘|泳池)(?!边|长|道整)|漂在(?:水|河|江|湖)|(?:水|河|湖|江)(?:里|面|上).{0,3}(?:漂|浮)着?.{0,4}(?:个人|的人|有人|尸)|淹死|被.{0,2}(?:水|浪).{0,2}(?:冲走|卷走)|沉(?:下去|入水)|坠河|(?:河|湖|江|水)里.{0,4}(?:有人|有个人|有小孩).{0,8}(?:喊救|挣扎|救命|沉|扑腾)|(?:水|河).{0,3}淹.{0,2}(?:人|胸|脖)/,
    /drown\w*|(?:boy|girl|child|kid|man|woman|someone|person|body|baby) (?:is |floating |was )*in the (?:water|river|lake|canal|pond|sea)|can(?:'?t|not) swim|(?:fell|fallen|slipped|jumped|drove|falls) (?:in|into) (?:the|a) (?:\w+ )?(?:river|water|lake|canal|pond|pool|sea|creek|reservoir)|swept away|washed away by/,
  ),
  sign(
    'collapse',
    '119',
    /(?:坍|倒|垮|崩)塌|塌方|(?<!死心|一|踏|死)塌(?:了|下|陷|掉|落)|(?:要|快|马上|眼看|即将|会).{0,2}塌|(?:房|墙|楼|脚手架|塔吊|广告牌|大树|树|围挡|天花板|屋顶|阳台|吊顶|工棚|桥|棚).{0,5}(?:倒了|倒下|倒掉|砸(?:下来|到人|中人|伤|了人)|掉下来|快倒|要倒|断了)|山体滑坡|(?:板房|房|棚|树|墙|杆|架|门).{0,8}(?:压|砸)(?:到|住|中|着).{0,3}(?:人|工|孩|车)|泥石流|地面.{0,3}(?:陷落|下陷)|(?:高空|楼上|外墙|玻璃|瓷砖|墙皮).{0,8}(?:砸|掉).{0,4}(?:到人|中人|伤|了人|死)/,
    /(?:building|wall|roof|ceiling|bridge|house|scaffold\w*|crane|road|balcony|floor|ground|tunnel|tree|stairs?|staircase|structure|billboard|sign) (?:has |is |just |have |had |about to |is about to |going to |is going to |was )*(?:collaps\w+|cav(?:ed|ing) in|falling down|fell (?:on|onto|down)|fallen (?:on|onto)|giv(?:en|ing) way|come down|coming down)|collapsed? (?:building|wall|roof|ceiling|bridge|house)|building collapse|sinkhole|landslide|mudslide|cave[- ]in/,
  ),
  sign(
    'electricShock',
    '120',
    /触电|被电(?:到|了|倒|伤|死|晕|击|麻|着)|电(?:死|晕|伤|到)(?:人|了|孩子|小孩)?|遭.{0,2}电击/,
    /electrocut\w*|electric(?:al)? shock|(?:got|was|being|been|gets) shocked (?:by|from|when|touching)/,
  ),
  sign(
    'electricShock',
    '119',
    /漏电|电线杆.{0,3}倒|电线.{0,4}拖在|(?:电线|高压线|电缆|线缆|电力线|裸线).{0,6}(?:掉|断|落|垂|裸露|打火|冒火|火花|带电|搭)|(?:掉|断)(?:了|下|落).{0,5}(?:电线|高压线)|(?:灯杆|路灯|水|地面|栏杆|金属|外壳|水管)带电|(?:电箱|配电箱|变压器|插座|电线|电表|电表箱).{0,5}(?:打火|火花|冒火|噼啪)/,
    /live wires?|(?:power|electric(?:al|ity)?) (?:lines?|wires?|cables?|poles?) (?:is |are |has |have |came |just |was )*(?:down|fallen|hanging|fell|snapped|sparking|broken|exposed|on the (?:ground|road|street))|downed (?:power )?(?:lines?|wires?|cables?)|(?:wires?|outlet|socket|transformer|cables?|meter) (?:is |are )?sparking|(?:wires?|cables?|lines?) (?:fell|have fallen|has fallen)|sparks (?:everywhere|flying|coming)|(?:fallen|exposed|sparking|bare|broken) (?:live |electric(?:al)? |power )?(?:wires?|cables?|power lines?)/,
  ),
  sign(
    'traffic',
    '122',
    /车祸|撞车|车.{0,3}(?:冲|开)(?:进|入|上)了?.{0,3}(?:店|人行道|人群|绿化带|河堤)|撞(?:人|死|伤|飞|倒|到人|了人|到行人|上了|到了|了一|到一)|(?:被|给).{0,8}(?:车|卡车|摩托|轿车|货车|公交)(?:给)?(?:撞|碾|压|刮)|两车.{0,3}(?:撞|刮)|相撞|追尾|撞翻|翻车|侧翻|肇事|交通事故|碾压|连环撞|(?:车|摩托).{0,6}撞(?:了|上|树|墙|护栏|倒)/,
    /(?:car|traffic|road|bus|motorbike|motorcycle|bike|vehicle|truck|bad|serious|terrible) (?:accident|crash|collision|wreck)|crash(?:ed)? into|(?:hit|struck|knocked down|run over) by (?:a|an|the) (?:\w+ )?(?:car|truck|bus|taxi|motorbike|motorcycle|scooter|van|e-?bike|vehicle|lorry|train)|hit[- ]and[- ]run|ran over|run over|(?:car|truck|bus|van|lorry) (?:has |just |is )?(?:overturned|flipped|rolled over|crashed)|(?:\w+ )?cars? (?:have |has |just )?(?:crashed|collided)|pile-?up|(?:car|taxi|bus|truck|van|bike|scooter|motorbike|motorcycle|driver) (?:has |just )?(?:hit|struck|knocked down) (?:a|an|the|my|some|two|three) ?(?!speed|toll|fare)/,
  ),
  sign(
    'injury',
    '120',
    /受(?:了)?(?:重)?伤|伤得|流(?:了)?(?:很多|好多|大量|一地)?血|出血|吐血|昏迷|晕(?:倒|过去|厥)|昏(?:倒|过去)|休克|不省人事|没有?(?:了)?(?:呼吸|心跳|意识|知觉|反应了)|失去意识|喘不(?:上|过)气|呼吸困难|心脏病|心梗|心肌梗|脑梗|脑出血|中风|抽搐|脑溢血|突发(?:疾病|急病|心|脑)|从.{0,8}(?:摔|掉|跌|坠)(?:下|落)(?:来|去)?(?!的?(?:包|东西|砖))|(?:吞|误食|误吞)了?.{0,3}(?:电池|硬币|钥匙|异物|农药|老鼠药|清洁剂)|骨折|(?:摔|砸|烫|烧|撞|咬|刺|割|扎|压|踩|轧)伤|(?:摔|砸|烫|烧|撞|咬|刺|割|扎|压|踩|轧)(?:得|成).{0,3}(?:重|伤)|砸(?:到|中)(?:了)?(?:人|行人|路人|头)|食物中毒|集体中毒|中毒(?!式)|窒息|噎住|大出血|猝死|有人死|死了人|有死人|尸体|人快(?:死|不行)|快不行了|救命|救护车|要生了|羊水破|(?:正在|需要|急需|快)抢救|奄奄一息|叫不醒|(?:人|司机|他|她|老人).{0,2}不动了|(?:集体|好多|多名|几十|很多|学生|孩子).{0,10}(?:呕吐|上吐下泻)|倒地(?:上|不起)|(?:老人|老太|老头|大爷|大妈|爷爷|奶奶|妈|爸|母亲|父亲).{0,6}(?:摔倒|跌倒|滑倒|倒在)了?(?!过)|(?:一地|满地|全|都|好多)是?血|倒在(?:地上|路上|路边|血|马路|地铁|家里)|摔倒.{0,6}(?:起不来|不能动|动不了|站不)|站不起来|起不来了|动不了了|过敏性休克/,
    /injur(?:ed|ies|y)|bleed\w*|unconscious|unresponsive|not responding|(?:won'?t|will not|doesn'?t) wake up|not breathing|(?:can'?t|cannot|can not|stopped|isn'?t|difficulty|trouble) breath\w*|heart attack|cardiac arrest|chest pain|(?:having|has|had|had a|having a) (?:a )?(?:stroke|seizure)|faint(?:ed|ing)|passed out|poison(?:ed|ing)|choking(?! (?:smell|smoke|traffic|dust))|(?:blood everywhere|lots of blood|covered in blood|so much blood)|broken (?:leg|arm|bone|hip|neck)|broke (?:his|her|my) (?:leg|arm|hip|neck|back)|ambulance|(?:is|are|he's|she's|someone) dying|dead body|someone (?:is |has )?(?:died|dead)|(?:man|woman|person|lady|father|mother|someone) (?:has |just )?collapsed|badly (?:hurt|burned|burnt|cut)|is hurt|got hurt|going into labou?r|in labou?r\b|water broke|save (?:me|him|her|us)|severe(?:ly)? (?:burn\w*|wound\w*|hurt|allergic)|fell (?:from|off) (?:the|a) (?:\w+ )?(?:roof|ladder|window|balcony|scaffold\w*|floor|building)/,
  ),
]
