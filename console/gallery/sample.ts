import type { Option } from '../ui/fields/combobox.models.ts'

/** Invented rows and options for the gallery: long names, many rows. */
export interface SampleRow {
  id: string
  number: string
  title: string
  unit: string
  gone: number
}

const titles = [
  '路灯不亮已三天，夜间行人看不清路面',
  '小区门口积水，雨后两天未退',
  '咨询灵活就业人员社保缴费基数如何申报',
  '楼上装修时间超过规定，多次劝说无效，居民楼内有老人和婴儿，已影响正常休息，要求有关部门到现场核实并责令整改',
  '公交站牌信息与实际线路不符',
  '垃圾清运不及时，异味扰民',
]
const units = [
  '普陀区长风新村街道',
  '市绿化市容局',
  '市人力资源社会保障局',
  '浦东新区陆家嘴街道',
  '市交通委',
  '市房屋管理局',
]

/** So many rows, each with a number and a name of its own. */
export const sampleRows = (count: number): SampleRow[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `row-${at}`,
    number: `2611230${String(10_000 + at * 7).slice(-5)}`,
    title: titles[at % titles.length] ?? '',
    unit: units[at % units.length] ?? '',
    gone: ((at * 37) % 120) / 100,
  }))

export const sampleTree: Option[] = [
  { value: 'a', label: '市政设施', heading: true },
  { value: 'a1', label: '照明', parent: 'a', heading: true },
  { value: 'a11', label: '路灯不亮', parent: 'a1', keywords: 'street light broken' },
  { value: 'a12', label: '灯杆倾斜', parent: 'a1' },
  { value: 'a2', label: '道路', parent: 'a', heading: true },
  { value: 'a21', label: '路面破损', parent: 'a2', keywords: 'pothole' },
  { value: 'a22', label: '窨井盖缺失', parent: 'a2', hint: '危及安全，即时转办' },
  { value: 'b', label: '环境保护', heading: true },
  { value: 'b1', label: '噪声扰民', parent: 'b' },
  { value: 'b2', label: '油烟异味', parent: 'b' },
]
