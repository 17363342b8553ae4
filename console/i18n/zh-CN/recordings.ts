/** Recordings of calls. */
export const recordings = {
  'recording.title': '通话录音',
  'recording.logged': '收听留痕',
  'recording.purpose.conference': '通话',
  'recording.purpose.voicemail': '留言',
  'recording.play': '播放',
  'recording.pause': '暂停',
  'recording.loading': '正在取录音',
  'recording.position': '播放位置',
  'recording.lost': '通话录音缺失',
  'recording.lostHint': '运营商未能提供录音，请核查并登记。',
  'recording.unplaced': '录音找不到对应通话',
  'recording.unplacedHint': '录音 {ref} 仍在运营商处，请核查并登记。',
} as const
