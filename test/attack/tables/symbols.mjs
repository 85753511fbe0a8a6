import { tableOf } from "./table.mjs";

/** Symbols read as a verb or a word, and what stands for the messenger's name. By hand. */
const adds = ["➕", "+", "＋", "十", "✚", "†"];
const messengers = ["V", "v", "V信", "v信", "威", "薇", "微", "VX", "vx", "🛰"];
const addMessenger = adds.flatMap((add) => messengers.map((messenger) => add + messenger));

export const symbolForms = {
  加: adds,
  添加: adds,
  加微信: addMessenger,
  加微: addMessenger,
  微信: ["V信", "v信", "VX", "vx", "WX", "wx", "V❤", "Wei信"],
  ...tableOf(`
  等于:=,🟰 =:＝,等于,🟰 +:➕,加,＋ 到:→,➡️ 减:➖,- 乘:✖️,× 除:➗,÷ 百分之:% 美元:$,💲 元:¥,￥,円 无:×,0 不:❌,✖ 错:❌ 对:√,✔,✅
  上:↑,⬆ 下:↓,⬇ 左:← 升:↑ 涨:↑ 跌:↓ 和:& 与:& 或:/ 一:—,- 点:·,. 号:#,№ 口:□ 零:○ 星:★,☆ 心:♡,♥ 日:⊙ 月:☾ 双:‖
`),
};
