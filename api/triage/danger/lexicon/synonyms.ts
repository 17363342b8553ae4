import type { SynonymGroups } from '../phrases/notation.ts'

/** Words that stand for one another in the danger phrases. Written the way people say, text and mistype them. */
export const synonyms: SynonymGroups = {
  // who
  kin: '爸爸?|妈妈?|老爸|老妈|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|丈夫|妻子|媳妇|哥哥?|姐姐?|弟弟?|妹妹?|儿子|女儿|闺女|孙子|孙女|室友|舍友|同学|同事|朋友|邻居|前夫|前妻|前男友|男朋友|女朋友|对象',
  child:
    '小孩子?|孩子|小朋友|娃儿?|娃娃|宝宝|婴儿|儿子|女儿|闺女|孙子|孙女|外孙女?|侄子|侄女|外甥女?|小男孩|小女孩|男孩|女孩|细路',
  old: '老人家?|老头子?|老爷子|老太太?|老大爷|大爷|大妈|大娘|老奶奶|阿姨|阿婆|阿公|老伯|伯伯',
  person:
    '<kin>|<child>|<old>|人|女的|男的|学生|工人|工友|师傅|司机|驾驶员|乘客|行人|路人|顾客|游客|小伙子?|姑娘|女生|男生|女士|男子|女子|骑手|外卖员|外卖小哥|快递员|孕妇|保安|环卫工|我们?|你们?|他们?|她们?|俺|咱们?|群众|职工|员工|病人',
  // things
  gas: '煤气|燃气|天然气|天燃气|液化气|液化汽|煤汽|燃汽|媒气|霉气|瓦斯|沼气|毒气|氨气|氯气',
  gasThing: '<gas>|气罐|气瓶|钢瓶|阀门|瓶阀|气阀|灶具?|灶台|灶头|煤气灶|热水器|气管|管道',
  leaking:
    '泄漏了|泄露了|泄漏|泄露|漏气|漏出来|外泄|跑气|漏了|(?:在|老|一直|好像|正|又|往外|哗哗|不停地?)漏|漏得|漏(?=$|[，,。！!])',
  hissing: '嘶嘶|滋滋|咝咝|呲呲|丝丝|吱吱|呼呼地?(?:响|冒|往外)|冒气|喷气|往外喷|地喷(?=$|[，,。！!])|咝咝地|往外冒',
  weapon:
    '菜刀|砍刀|水果刀|西瓜刀|匕首|尖刀|长刀|刀子|刀|斧头?|铁锤|锤子|榔头|钢管|铁棍|铁棒|棍子|棍棒|木棍|棒球棍|枪|砖头|弓弩|汽油|硫酸',
  height:
    '楼顶|天台|楼边|屋顶|窗台|窗户|窗口|阳台|栏杆|护栏|围栏|桥栏|桥边|女儿墙|房檐|塔吊|吊塔|铁塔|高压塔|信号塔|悬崖|崖边|天桥|大桥',
  brink: '楼顶|天台|窗台|栏杆|护栏|围栏|桥栏|女儿墙|房檐|塔吊|吊塔|悬崖|屋顶|窗沿|楼沿|桥边|桥沿|楼边|顶楼',
  water: '河|江|湖|海|池塘|水塘|鱼塘|水库|水沟|水渠|水井|水坑|泳池|游泳池|运河|粪池|化粪池|水',
  poison:
    '农药|百草枯|敌敌畏|敌百虫|除草剂|毒药|老鼠药|耗子药|鼠药|安眠药|药水|洁厕灵|洁厕液|消毒液|消毒水|漂白水|清洁剂|硫酸|盐酸|毒鼠强|甲醇|防冻液|84',
  fall: '掉|跌|滑|摔|坠|冲|栽|滚|落',
  hole: '窨井|下水道|下水井|井|深坑|坑|电梯井|沟|地洞|洞|沙井|化粪池|机井|污水井|枯井',
  building:
    '房子|老房子|房屋|平房|瓦房|墙|围墙|墙体|山墙|院墙|楼|楼板|楼梯|屋顶|屋面|天花板|吊顶|阳台|脚手架|架子|塔吊|吊车|广告牌|围挡|工棚|棚子?|雨棚|桥|桥面|桥洞|护坡|挡土墙|看台|门头|招牌|隧道|电线杆|烟囱|水塔|水泥板',
  wire: '电线|高压线|电缆|线缆|电力线|裸线|火线|变压器|电线杆|缆线',
  socket: '电箱|电表箱?|配电箱|配电房|配电柜|变压器|变电箱|插座|插排|电闸|充电桩|电线|开关|空调|电瓶|线路',
  vehicle:
    '电动车|电瓶车|电动自行车|摩托车?|汽车|小汽车|轿车|小车|私家车|货车|大货车|卡车|渣土车|大车|搅拌车|泥头车|面包车|公交车?|客车|大巴车?|校车|出租车|的士|三轮车|自行车|单车|越野车|挂车|车子|车辆|车',
  limb: '手|手指|手掌|胳膊|手臂|脚|腿|头|脑袋|身子|身体|脖子|脸',
  hurt: '伤|死|飞|倒|翻|残|晕|昏',
  inside:
    '里面|里头|里边|里|下面|下头|底下|中间|内|井|废墟|门缝|栏杆|护栏|防盗窗|防盗网|轿厢|电梯|厕所|屋|车(?!道|位|流|辆|牌)|驾驶室',
  lift: '电梯|升降机|轿厢|扶梯|货梯|缆车|索道|摩天轮|过山车|海盗船|游乐设施',
  smokeColour: '浓烟|黑烟|白烟|大烟|青烟|灰烟|烟',
  burnable:
    '房子|屋子|屋|仓库|店|店铺|商铺|棚子?|车棚|电瓶|电池|厨房|楼|油锅|锅|油烟机|厂房|车间|垃圾桶|垃圾堆|山|林子|树林|山林|草|麦茬|麦地|秸秆|草垛|柴垛|窗帘|被子|床|沙发|空调|冰箱|柜子|车头|车|集装箱|宿舍|厂|加油站|阳台|家|户|公司|酒店|宾馆|超市|商场|菜市场|大楼|学校',
  // what happens
  beat: '打|殴打|揍|暴打|毒打|围殴|群殴|砍|捅|刺|掐|勒|踹|踢|扇|扯头发|扇耳光',
  victim: '<kin>|<child>|<old>|我|他|她|女人|女孩|女的|保洁|护士|医生|学生|老师',
  senseless:
    '不醒|不应|没(?:有)?反应|没(?:有)?动静|没(?:有)?知觉|没(?:有)?意识|没(?:有)?呼吸|没气|没声|不动弹?|动不了|动弹不得|起不来|站不起来|站不住',
  now: '现在|正|正在|刚|刚刚|刚才|又|还在|马上|今晚',
  // English
  someone:
    'someone|somebody|people|everyone|anyone|a (?:man|woman|guy|boy|girl|kid|child|person|worker|lady|student|passenger|driver|cyclist|pedestrian)|an old (?:man|woman|lady)|the (?:man|woman|guy|boy|girl|kid|child|driver|baby|worker|cyclist|lady)|he|she|they|two (?:men|people|guys|kids|workers|women)|some (?:man|guy|people|woman|kids)',
  family:
    'mother|father|mum|mom|dad|husband|wife|son|daughter|child|kid|baby|toddler|brother|sister|grandma|grandpa|grandmother|grandfather|granny|nan|friend|roommate|flatmate|neighbou?r|boyfriend|girlfriend|partner|colleague|classmate|uncle|aunt|landlord|ex',
  body: '(?:my|his|her|our|your|the|a|an) (?:\\w+ )?(?:<family>)|<someone>|me|him|her|us|them',
  cant: "can'?t|cannot|can not|couldn'?t|could not|unable to|not able to",
  weaponEn:
    'knife|knives|gun|pistol|rifle|machete|axe|hammer|iron bar|baseball bat|metal pipe|cleaver|sword|weapon|acid|petrol bomb',
  vehicleEn:
    'car|taxi|cab|bus|truck|lorry|van|scooter|e-bike|ebike|motorbike|motorcycle|bike|bicycle|train|tram|minivan|minibus|coach|suv|vehicle|delivery rider',
  waterEn: 'river|lake|water|canal|pond|pool|sea|creek|reservoir|harbou?r|ditch|well|ocean|stream|fountain',
  structure:
    'building|wall|roof|ceiling|bridge|house|home|scaffold*|crane|road|street|balcony|floor|ground|tunnel|stairs?|staircase|structure|billboard|signboard|facade|ledge|chimney|shed|shelter|pavement|parapet|awning|hillside|slope',
  liftEn: 'elevator|lift|escalator|cable car|ferris wheel|roller ?coaster',
}
