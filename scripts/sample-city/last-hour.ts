import { loseCall, takeText } from './contacts.ts'
import type { Stage } from './stage.ts'

const minute = 60_000

/** Citizens who have two matters open and do not say which they mean: their last text waits for a choice, or for a person. */
const undecided = [
  {
    phone: '+8619900000901',
    texts: [
      '甘泉路菜场门口的窨井盖翘起来一角，电瓶车压过去哐当响',
      '新诉求：宜川路239弄楼道灯坏了四层，老人晚上下楼看不见',
      '到现在没有人联系我，什么时候能弄好',
    ],
  },
  {
    phone: '+8619900000902',
    texts: [
      '曹杨路地铁站3号口共享单车堵住盲道，推都推不开',
      '新诉求：兰溪路这边工地夜里十一点还在浇混凝土',
      '照片我拍好了，要发给哪里',
    ],
  },
]
const givenUp = [
  { phone: '+8619900000903', line: '12345' },
  { phone: '+8619900000904', line: '12319' },
]

/** What happened just before the city is opened: texts that nobody has looked at yet, and callers who gave up waiting. */
export async function* lastHour(stage: Stage): AsyncGenerator<Date, void> {
  const later = (minutes: number) => new Date(stage.clock.now().getTime() + minutes * minute)
  for (const { phone, texts } of undecided)
    for (const text of texts) {
      await takeText(stage, phone, { line: '12345', text })
      yield later(5)
    }
  for (const { phone, line } of givenUp) {
    await stage.cast.showLife()
    await loseCall(stage, phone, line)
    yield later(9)
  }
}
