const despair =
  '(撑不下去|熬不下去|坚持不下去|撑不住|熬不住|扛不住|扛不下去|绝望|抑郁|走投无路|生无可恋|没意思|没意义|没人(管|在乎|关心|要)我|没有人(管|在乎|关心|要)我|解脱|累赘|什么都没了)'
const farewell =
  '(永别|来世|下辈子|最后一次|最后一面|再见了|告别|后事|遗嘱|对不起(爸|妈|父母|孩子|你们|大家)|照顾好|一起走|我走了|我先走|别找我|了断|反锁|锁在房间|关在房间|不肯出来|今晚就|你们看着办|大不了|跳|药|刀片|天台|楼顶|桥上|站台|死)'
const held =
  '(不让~(走|下车|出门|出去|离开)|看着(我|他)们?|手机(都|也|被)~(抢|收|没收|扣)|窝点|关着|关起来|关在|堵在|堵厕所|锁在|锁(了)?车门|一直跟)'
const plea =
  '(偷偷|救救|救命|保护我|往郊区|逼我|转钱|放人|赎|打|刀|报警|不敢|躲(在|进|到)|怎么办|拍视频|威胁要)'

/**
 * Things that say little alone: a line and the one after it are two sides of one danger, which is there when both are said close together.
 */
export const chineseHints = {
  suicide: [despair, farewell],
  violence: [
    held,
    plea,
    '(刀|血|惨叫|尖叫|哭声|砸东西|踹门|砸门|拍门)',
    '(不敢(回家|出门|上楼|说话|大声|开门|出声)|躲(在|进|到)|门外|救救|救命|他要回来|要来(砍|打|杀)|一个人在家)',
  ],
  fire: [
    '(糊味|焦味|烧焦|焦糊|烟味很|火星|火花|噼啪|熏黑|烧干|烟很大|好大的烟)',
    '(走廊|楼道|屋里|房间)~(烟|呛)|(越来越|下不去|出不去|逃|敲门没人|打不开|消防车|家里没人|没人在家)',
  ],
  poisonGas: [
    '(烧炭|炭火|炭盆|煤炉|煤球|烧碳|碳火|蜂窝煤|热水器|洗澡|燃气|煤气|烧煤|取暖)',
    '(头晕|恶心|昏|晕|躺着|躺了|瘫|没人应|叫不醒|不动|呕吐|没反应|没动静|头疼|想吐|浑身没劲)',
  ],
  missing: [
    '(<child>|<old>|老年痴呆|痴呆|未成年|离家|出走|留了?(张|个)?(纸条|字条)|闺女|丫头)',
    '(不回来了|电话打不通|没音信|没有音信|没消息|没回家|一夜没|整晚没|没到家|没到学校|没见人|找了一(夜|天|晚|上午|下午))',
    '(捡到|发现|看到|遇到|碰到)(了)?(一)?(个|位|名)',
    '(家在哪|说不清|找不到家|不知道家|记不得家|叫什么名字|没大人)',
  ],
  injury: [
    '(趴|躺|倒|瘫|蜷|歪)(着|在|倒)',
    '(没应|不应|没反应|不动|喊了|叫了|没动静|没声|一动|好几个人|不起来|没起来|冰凉|方向盘|呻吟)',
    '(喝了|吃了|吞了|误喝|误吃|误食|舔了|喝下|吃下)',
    '(<poison>|毒蘑菇|野菌|什么粉|药片|药丸)',
    '(肿|喘|发抖|全身发|抽|打滚|脸色|冒冷汗|大汗|发紫)',
    '(过敏|被咬|被叮|被蜇|打完针|呼吸|喘不)',
  ],
} satisfies Record<string, string[]>

/** The English of `chineseHints`, line by line. */
export const englishHints = {
  suicide: [
    "(hopeless|<cant> (take it|do this|go on|cope)|tired of living|give up|no way out|had enough of|what is the point|what's the point|a burden|nobody cares|lost everything|worthless)",
    '(goodbye|farewell|forgive me|take care of my|look after my|sorry for everything|pills|rope|razor|blade|on the bridge|on the roof|tonight|forever|last time|anymore|any more|train|platform|letters)',
  ],
  violence: [
    "(locked (me|us|the doors?)|took (my|our) phones?|won't open the door|following me|not allowed to leave|held here)",
    '(help|police|scared|afraid|terrified|hiding|threat*|hurt|knife|please|secretly|cannot leave)',
    '(scared|afraid|terrified|hiding|locked myself|bruise*|blood|scream*|violent|smashing|things breaking)',
    '(husband|boyfriend|ex|stepfather|man outside|guy outside|drunk|knife|kids are crying|help me|please come|at the door|go home)',
  ],
  fire: [
    '(smoke|burning smell|burnt smell|burning plastic|melting|sparks)',
    '(socket|outlet|fuse box|panel|<cant> get down|crackling|corridor|stairwell|hallway|spreading|floorboards|under the door)',
  ],
  poisonGas: [
    '(carbon monoxide|co alarm|co detector|charcoal|coal stove|gas heater|boiler|water heater)',
    '(dizzy|headache|sick|sleepy|vomit*|faint*|drowsy|unconscious|nausea*|throwing up|passed out|weak)',
  ],
  missing: [
    '(my|our|an?) (\\w+ )?(child|son|daughter|mother|father|grandma|grandpa|grandfather|grandmother|kid|wife|husband|uncle|aunt|brother|sister)',
    '(walked out|left home|wandered|never came|phone is off|in pajamas|barefoot|not home|not back|nobody has seen|boat upside)',
    '(found|there is|see) (a|this) (little |small |lost )?(boy|girl|child|kid|toddler)',
    '(parents|alone|does not know|doesn\'t know|crying|lost)',
  ],
  injury: [
    '(lying|slumped|laid|face down|on the floor|on the ground|on the tracks)',
    "(not moving|motionless|no answer|cold|pale|blue|won't answer|isn't moving|limp)",
    '(ate|eaten|drank|swallowed|licked)',
    '(berries|mushrooms?|bleach|cleaner|chemical|pills|poison)',
    '(swelling|swollen|hives|wheez*|gasping|sweating|doubled over)',
    '(allerg*|bee|sting|stung|bitten|tongue|throat|chest)',
  ],
} satisfies Record<string, string[]>
