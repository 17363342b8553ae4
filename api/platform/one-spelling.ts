/** Traditional characters that short answers and requests are written with, and the simplified ones that stand for them. */
const simplified: ReadonlyMap<string, string> = new Map(
  [
    '進进 辦办 處处 訴诉 單单 請请 煩烦 幫帮 問问 詢询 嗎吗 麼么 樣样 還还 沒没 謝谢 銷销 訂订 復复 簡简 訊讯 評评 價价 滿满 現现 況况 題题 點点 趕赶 緊紧 過过 個个 這这 對对 號号 條条',
    '項项 選选 確确 認认 話话 電电 聯联 繫系 轉转 員员 務务 結结 壓压 緩缓 盡尽 為为 甚什 時时 報报 應应 舉举 諮咨 給给 來来 們们 師师 領领 導导 見见 瞭了 濟济 據据 實实 關关 於于 開开',
    '發发 閱阅 態态 環环 節节 誰谁 說说 測测 試试 議议 無无 須须 覆复 儘尽 後后 裡里 裏里 兒儿 餵喂 動动 靜静 誤误 經经 會会 決决 總总 終终 壞坏 爛烂 錯错 從从 圓圆 顆颗 間间 親亲',
  ]
    .join(' ')
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
)

/**
 * One spelling of a short text that is compared with known words: full width becomes half width, lower case, simplified characters for
 * traditional ones (only those of everyday short answers), one apostrophe. For reading only; what is kept is what was written.
 */
export const oneSpelling = (text: string): string =>
  [...text.normalize('NFKC').toLowerCase().replaceAll('’', "'")].map((char) => simplified.get(char) ?? char).join('')
