/** Sentences of sample staff and citizens that any story may use. */
export const contactWords = [
  '已电话联系市民，核实地点和情况，约定现场查看时间。',
  '已与市民通话，了解诉求，告知办理时限。',
  '电话联系诉求人，对方补充了具体位置，表示理解。',
  '已联系市民，说明处置流程，将于两日内到现场。',
] as const

export const resultWords = [
  '已现场处置完毕并拍照留档，已当面告知诉求人。',
  '经核查属实，已整改，后续纳入日常巡查。',
  '已联系相关单位处理，并向市民作了解释说明。',
  '已落实责任人，问题解决，市民表示认可。',
] as const

export const extensionWords = [
  '需协调产权单位和施工单位，备件到货尚需时日。',
  '涉及多部门会商，现场条件复杂，申请延长办理时间。',
  '检测报告未出，待结果后答复市民。',
] as const

export const pauseWords = [
  '已联系第三方机构检测，待出具报告后继续办理。',
  '需市民补充材料，已电话告知，收到后继续办理。',
] as const

export const returnWords = [
  { reason: '经核实，该点位不在本单位管理范围内。', basis: '《派单目录》及管养范围划分' },
  { reason: '该事项由行业主管部门负责，建议改派。', basis: '单位职责清单' },
  { reason: '诉求所涉设施权属为其他单位，本单位无处置权限。', basis: '设施权属登记' },
] as const

export const dissatisfiedWords = [
  '没有人到现场看过，问题还在',
  '只是打了个电话，实际没有解决',
  '修了一天又坏了，根本没处理好',
  '答复和实际情况不符',
] as const

export const gratefulWords = ['催办', '进度'] as const
