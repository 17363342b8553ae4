import Bot from 'lucide-solid/icons/bot'
import Building from 'lucide-solid/icons/building-2'
import CircleDot from 'lucide-solid/icons/circle-dot'
import Headset from 'lucide-solid/icons/headset'
import Inbox from 'lucide-solid/icons/inbox'
import User from 'lucide-solid/icons/user'
import { Problem } from '../shared/problem.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Banner } from '../ui/feedback/Banner.tsx'
import { ClockRing } from '../ui/ClockRing.tsx'
import { DescriptionList } from '../ui/DescriptionList.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { ErrorPanel } from '../ui/feedback/ErrorPanel.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { ProgressBar } from '../ui/feedback/ProgressBar.tsx'
import { Skeleton } from '../ui/feedback/Skeleton.tsx'
import { Spinner } from '../ui/feedback/Spinner.tsx'
import { StateTag } from '../ui/StateTag.tsx'
import { Timeline, TimelineEntry } from '../ui/Timeline.tsx'
import { Specimen } from './Specimen.tsx'

const tones = ['neutral', 'accent', 'ok', 'warn', 'bad', 'info'] as const

/** What one reads. */
export const SignsPart = () => (
  <>
    <Specimen name="StateTag · Badge · Avatar · KeyHint · Spinner">
      {tones.map((tone) => (
        <StateTag icon={CircleDot} label="办理中" tone={tone} />
      ))}
      <StateTag icon={CircleDot} label="待签收" tone="warn" plain />
      {tones.map((tone) => (
        <Badge tone={tone}>12</Badge>
      ))}
      <Avatar name="张晓琳" />
      <Avatar name="Ada Lovelace" size="small" />
      <KeyHint keys="mod+enter" />
      <KeyHint keys="g t" />
      <Spinner />
    </Specimen>
    <Specimen name="ClockRing">
      <ClockRing gone={0.35} words="剩 3 个工作日" tone="neutral" />
      <ClockRing gone={0.8} words="剩 4 小时" tone="warn" />
      <ClockRing gone={1.2} words="超期 1 天" tone="bad" />
      <ClockRing gone={0.5} words="已暂停" tone="info" paused />
      <ClockRing gone={0.6} words="剩 1 个工作日 4 小时" detail="10月13日 周二 24:00 到期" tone="warn" size="large" />
    </Specimen>
    <Specimen name="Timeline">
      <div class="w-full">
        <Timeline label="办理经过">
          <TimelineEntry icon={User} tone="accent" look="speech" title="李女士" by="来电 138****0001" at="09:41">
            门口路灯坏了三天，晚上看不清路。
          </TimelineEntry>
          <TimelineEntry icon={Headset} title="受理" by="张晓琳 · 受理中心" at="09:43" />
          <TimelineEntry icon={Bot} look="machine" title="短信告知工单编号" at="09:43" />
          <TimelineEntry icon={Building} tone="info" title="签收" by="王建国 · 长风新村街道" at="10:12">
            已安排维修班组今日到场。
          </TimelineEntry>
        </Timeline>
      </div>
    </Specimen>
    <Specimen name="DescriptionList · ProgressBar">
      <div class="grid w-full gap-4">
        <DescriptionList
          facts={[
            { term: '来电人', value: '李女士' },
            { term: '地点', value: '普陀区中山北路1200弄门口，靠近长风公园2号门的公交车站' },
            { term: '承办单位', value: '普陀区长风新村街道' },
          ]}
        />
        <ProgressBar label="正在导出" value={312} max={2000} />
      </div>
    </Specimen>
    <Specimen name="EmptyState">
      <div class="w-full">
        <EmptyState icon={Inbox} title="没有待签收的工单" detail="派到本单位的工单会出现在这里，并计算签收时限。" />
      </div>
    </Specimen>
    <Specimen name="ErrorPanel · Skeleton · Banner">
      <div class="grid w-full gap-3">
        <ErrorPanel error={new Problem({ code: 'internal', requestId: 'req_7Hq2m9' }, 500)} onRetry={() => {}} />
        <Skeleton lines={3} />
        <Banner tone="warn">连接中断，正在重新连接。已输入的内容不会丢失。</Banner>
        <Banner tone="bad">市民反映煤气泄漏，请立即转接 119。</Banner>
      </div>
    </Specimen>
  </>
)
