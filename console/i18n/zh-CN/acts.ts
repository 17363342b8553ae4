import { actTexts } from '../act-texts.ts'

/** Labels that the acts which send a ticket to units share. */
const units = {
  leadUnitId: '主办单位',
  instruction: '派单要求',
  coUnitIds: '协办单位',
  coLimit: '协办时限',
  copyUnitIds: '抄送单位',
}
/** Where files go along. */
const attachmentIds = { label: '附件', hint: '图片、PDF、音视频或文档，每个不超过 10 MB。' }

/** The texts of every act on a ticket: its name, and the label of each field of its form. */
export const acts = actTexts({
  accept: { name: '受理', done: '受理' },
  submit: { name: '提交派单', done: '提交派单' },
  answerDirectly: {
    name: '直接答复',
    done: '直接答复',
    fields: {
      text: { label: '答复内容', hint: '将原文发送给市民，工单随即办结。' },
      note: '内部备注',
    },
  },
  decline: {
    name: '不予受理',
    done: '不予受理',
    fields: {
      outcome: '不予受理的情形',
      route: '告知的解决途径',
      told: '告知市民的内容',
    },
  },
  transferOut: {
    name: '即时转接',
    done: '即时转接',
    fields: {
      to: { label: '转往', hint: '热线或部门，例如 110、12315。' },
      connected: '是否接通',
      told: '告知市民的内容',
    },
  },
  dispatch: { name: '派单', done: '派单', fields: { ...units, limit: '办理时限' } },
  redispatch: { name: '改派', done: '改派', fields: { ...units, reason: '改派理由' } },
  designate: {
    name: '指定承办',
    done: '指定承办',
    fields: {
      ...units,
      reason: '指定理由',
      limit: '办理时限',
    },
  },
  addHelper: {
    name: '增加协办',
    done: '增加协办',
    fields: {
      coUnitIds: units.coUnitIds,
      instruction: '协办要求',
      coLimit: units.coLimit,
      copyUnitIds: units.copyUnitIds,
    },
  },
  removeHelper: {
    name: '取消协办',
    done: '取消协办',
    fields: { unitIds: '取消的单位', reason: '取消理由' },
  },
  sign: { name: '签收', done: '签收' },
  firstContact: {
    name: '先行联系',
    done: '先行联系',
    fields: {
      how: '联系方式',
      reached: '是否联系上',
      text: '联系情况',
      at: { label: '联系时间', hint: '不填即为现在。' },
    },
  },
  returnTicket: {
    name: '退单',
    done: '申请退单',
    fields: {
      reason: '退单理由',
      basis: { label: '依据', hint: '职责规定或派单目录条目。' },
      suggestedUnitId: '建议承办单位',
    },
  },
  upholdReturn: { name: '同意退单', done: '同意退单', fields: { note: '意见' } },
  rejectReturn: { name: '驳回退单', done: '驳回退单', fields: { note: '意见' } },
  report: {
    name: '阶段性情况',
    done: '阶段性情况',
    fields: {
      text: '阶段性情况',
      finished: '本单位事项是否办结',
      attachmentIds,
    },
  },
  answer: {
    name: '答复',
    done: '答复',
    fields: {
      text: { label: '对市民的答复', hint: '审核通过后原文发送给市民。' },
      result: { label: '办理情况反馈', hint: '供热线审核：办理过程、责任人、遗留问题。' },
      attachmentIds,
    },
  },
  passReview: { name: '审核通过', done: '审核通过', fields: { note: '审核意见' } },
  sendBack: { name: '退回修改', done: '退回修改', fields: { note: '退回原因' } },
  close: { name: '办结', done: '办结', fields: { note: '意见' } },
  redo: { name: '退回重办', done: '退回重办', fields: { reason: '重办理由', limit: '办理时限' } },
  withdraw: { name: '撤单', done: '撤单', fields: { reason: '撤单理由' } },
  terminate: {
    name: '终止办理',
    done: '终止办理',
    fields: {
      ground: '终止情形',
      reason: '理由',
      told: '告知市民的内容',
    },
  },
  merge: {
    name: '并单',
    done: '并单',
    fields: {
      mainTicketId: { label: '并入的工单', hint: '输入编号或内容查找；市民将收到主件的答复。' },
      reason: '理由',
    },
  },
  pause: {
    name: '挂起',
    done: '挂起',
    fields: {
      reason: '挂起原因',
      note: '说明',
      told: '告知市民的内容',
    },
  },
  resume: { name: '恢复办理', done: '恢复办理', fields: { note: '意见' } },
  urge: { name: '催办', done: '催办', fields: { text: '催办内容' } },
  extend: {
    name: '申请延期',
    done: '申请延期',
    fields: {
      workingDays: '延长工作日',
      reason: { label: '延期理由', hint: '同意后将告知市民。' },
    },
  },
  approveExtension: { name: '同意延期', done: '同意延期', fields: { note: '意见' } },
  refuseExtension: { name: '不同意延期', done: '不同意延期', fields: { note: '意见' } },
  supervise: {
    name: '督办',
    done: '督办',
    fields: {
      kind: '督办方式',
      trigger: '督办原因',
      text: '督办要求',
    },
  },
  note: { name: '备注', done: '备注', fields: { text: '备注内容', visibility: '谁可以看到' } },
  supplement: { name: '补充情况', done: '补充情况', fields: { text: '补充内容', attachmentIds } },
  reclassify: {
    name: '调整类别',
    done: '调整类别',
    fields: {
      matterCode: '事项',
      kind: '诉求性质',
      urgency: '紧急程度',
      districtId: '所在区',
      streetId: '所在街镇',
      place: '地点',
      title: '标题',
      respondentUnitId: '被反映单位',
      confidential: '保密',
      replyWanted: '需要回复',
      reason: '理由',
    },
  },
  keepConfidential: {
    name: '要求保密',
    done: '市民要求保密',
    fields: { reason: { label: '市民怎么说', hint: '只有热线看得到。承办单位即时起看不到也查不到市民的身份。' } },
  },
})
