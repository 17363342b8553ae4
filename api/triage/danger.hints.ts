const despair =
  '(撑不下去|熬不下去|坚持不下去|撑不住|熬不住|扛不住|扛不下去|绝望|抑郁(?!症患者)|走投无路|生无可恋|没意思|没意义|没人(管|在乎|关心|要)我|没有人(管|在乎|关心|要)我|解脱|累赘|死路一条|没活路|欠了|连累|拖累|留恋|活着|什么都没了)'
const farewell =
  '(永别|来世|下辈子|最后一次|最后一面|再见了|告别|后事|遗嘱|对不起(爸|妈|父母|孩子|你们|大家)|照顾好|一起走|我走了|我先走|别找我|了断|反锁|锁在房间|关在房间|不肯出来|拜托|托付|今晚就|你们看着办|大不了|跳|药|刀片|天台|楼顶|桥上|站台|死|准备走)'
const held =
  '(不让~(走|下车|出门|出去|离开)|看着(我|他)们?|手机(都|也|被)~(抢|收|没收|扣)|窝点|传销|被骗(进|到|去)|关着|关起来|关在|堵在|堵厕所|锁在|锁(了)?车门|一直跟)'
const plea =
  '(出不去|逃不|手机(被|都)?收|偷偷|救救|救命|保护我|往郊区|逼我|转钱|放人|赎|打|刀|报警|不敢|躲(在|进|到)|怎么办|拍视频|威胁要)'

/**
 * Things that say little alone: a line and the one after it are two sides of one danger, which is there when both are said close together.
 */
export const chineseHints = {
  suicide: [
    despair,
    farewell,
    '(最后一次|在楼顶|在天台|在桥上|要走了|走了以后|告别|诀别|保重|不用找我|别找我|不用等我)',
    '(准备走|我走了|在江边|在河边|在海边|在桥上|照顾|关机|联系不上|打不通|别难过|忘了我|对不起|来世|下辈子)',
  ],
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
    '(<child>|爷爷|奶奶|外公|外婆|姥姥|姥爷|老爷子|老年痴呆|痴呆|失智|智障|自闭症|未成年|离家|出走|留了?(张|个)?(纸条|字条)|闺女|丫头)(?!的)',
    '(不回来了|电话打不通|联系不上|没音信|没有音信|没消息|没回家|没回来|没有回来|一夜没|整晚没|没到家|没到学校|没见人|跑出去|找不到了|找了一(夜|天|晚|上午|下午))',
    '(跑出去|走出去|跑了出去|出门|出走|跑丢)',
    '(没找到|还没找到|找不到|没回来|没回家|没有回来)',
    '(捡到|发现|看到|遇到|碰到)(了)?(一)?(个|位|名)',
    '(家在哪|说不清|找不到家|不知道家|记不得家|叫什么名字|没大人)',
  ],
  electric: [
    '(电缆|电线|踩水|水里|灯杆|栏杆|铁门|铁皮|插座|洗衣机|热水器|充电桩|站牌)',
    '(发麻|腿麻|脚麻|手麻|麻了一下|麻得|弹开|弹出|被电|刺痛)',
  ],
  drowning: [
    '(进水|被淹|淹了|水淹|洪水|水漫|倒灌|积水很深|水越来越)',
    '(里面(还)?有人|还有人|人还在|在里面|出不来|睡觉|没出来|行动不便|救援|救人|被困|坐轮椅|瘫痪)',
  ],
  injury: [
    '(胸闷|气短|心慌|胸口闷|头晕得)',
    '(发麻|一个人在家|冒汗|喘|说不出|站不|手抖|恶心)',
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
    "(saying goodbye|said goodbye|by the time you|when i am gone|when i'm gone|don't look for me)",
    '(take care of|look after|phone is off|not answering|sorry|love you|pills|bridge|roof|train|letters?)',
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
    '(ran off|ran out|walked out|wandered off|left the house)',
    '(<cant> find|not back|no sign|nobody can find|has not returned|freezing)',
    '(found|there is|see) (a|this) (little |small |lost )?(boy|girl|child|kid|toddler)',
    "(parents|alone|does not know|doesn't know|crying|lost)",
  ],
  electric: [
    '(cable|wires?|puddle|lamp ?post|railing|fence|socket|washing machine|shower|charger)',
    '(tingl*|shocks?|shocked|numb|zap*|buzz in my)',
  ],
  drowning: [
    '(flood*|rising water|water is coming in|water is rising|underwater|submerged)',
    '(people inside|someone inside|still inside|trapped|elderly|wheelchair|asleep|bedridden|rescue|<cant> get out)',
  ],
  injury: [
    '(chest is tight|tight chest|chest feels|dizzy|lightheaded|sweating)',
    '(numb|alone|arm|breath*|vomit*|pounding)',
    '(lying|slumped|laid|face down|on the floor|on the ground|on the tracks)',
    "(not moving|motionless|no answer|cold|pale|blue|won't answer|isn't moving|limp)",
    '(ate|eaten|drank|swallowed|licked)',
    '(berries|mushrooms?|bleach|cleaner|chemical|pills|poison)',
    '(swelling|swollen|hives|wheez*|gasping|sweating|doubled over)',
    '(allerg*|bee|sting|stung|bitten|tongue|throat|chest)',
  ],
} satisfies Record<string, string[]>
